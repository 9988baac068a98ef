using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data.Demo;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Tests.Demo;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Matching.Needs;

/// <summary>The demo program that needs are asked of, made once for all of them: its usual size, always as of the same morning.</summary>
public sealed class NeedsProgram : IAsyncLifetime
{
    public const int Customers = 300;

    public TestDatabase Database { get; } = TestDatabase.Create();

    /// <summary>The sales rep who types.</summary>
    public Viewer Rep { get; private set; } = null!;

    /// <summary>Ids by "like:Name" and "likedeal:Name".</summary>
    public IReadOnlyDictionary<string, Guid> Ids { get; private set; } = null!;

    /// <summary>Names of customers by id, hidden ones as well.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await DemoScene.SeedAsync(Database, Customers);
        var customers = await Database.Read(db => db.Customers.Select(customer => new { customer.Id, customer.Name }).ToListAsync());
        var deals = await Database.Read(db => db.Opportunities.Where(deal => deal.Outcome == DealOutcome.Open && deal.AccountName != null)
            .Select(deal => new { deal.Id, Name = deal.AccountName! }).ToListAsync());
        Names = customers.ToDictionary(customer => customer.Id, customer => customer.Name);
        Ids = customers.Select(customer => (Key: $"like:{customer.Name}", customer.Id)).Concat(deals.Select(deal => (Key: $"likedeal:{deal.Name}", deal.Id)))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Id, StringComparer.Ordinal);
        var user = await Database.Read(db => db.Users.SingleAsync(user => user.Email == "rep@referencehub.example"));
        Rep = new Viewer(user.Id, user.Name, user.Roles);
    }

    public Task DisposeAsync()
    {
        Database.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What is read from words, as this rep means them.</summary>
    public Task<NeedRead> ReadAsync(string words) => Database.Ask<MatchQueries, NeedRead>(matches => matches.ReadWordsAsync(Criteria.None.WithText(words), Rep, default));

    /// <summary>Names of the customers that a search puts first.</summary>
    public async Task<IReadOnlyList<string>> FirstAsync(NeedRead read, int count)
    {
        var answer = await Database.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(new CatalogAsk(read.Criteria, read.ActivityKey, Take: count), Rep, default));
        return [.. answer.Result.Rows.Select(row => Names[row.CustomerId])];
    }
}
