using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Today;

namespace ReferenceHub.Core.Tests.Today;

/// <summary>A request is called by its prospect, else by the account of its deal, else by the deal, wherever it is named.</summary>
public sealed class RequestNameTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData("Prospect Ltd", "Account Inc", "Prospect Ltd")]
    [InlineData(null, "Account Inc", "Account Inc")]
    [InlineData(null, null, "Northwind Bank")]
    public async Task Wherever_it_is_named(string? prospect, string? account, string expected)
    {
        await program.Database.Change(async db =>
        {
            var deal = await db.Opportunities.SingleAsync();
            deal.Describe(new DealFacts { Name = deal.Name, Currency = deal.Currency, StageKey = deal.StageKey, OwnerId = deal.OwnerId, AccountName = account });
        });
        var number = await program.SubmitAsync(program.Need() with { ProspectName = prospect });
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        await program.ProposeAsync(number);
        var request = await program.RequestAsync(number);
        var due = DateOnly.FromDateTime(program.Clock.Now);
        await program.Do<ActionLog>(log => log.FollowUpAsync(SourceKind.Request, request.Id, "Call them", due, program.Manager, default));

        (await program.Ask<CustomerRequestQueries, IReadOnlyList<CustomerRequest>>(queries => queries.ListAsync(program.CustomerId, program.Manager, default))).Single().Prospect.ShouldBe(expected);
        var task = await program.Database.Read(db => db.FollowUps.SingleAsync());
        (await program.Ask<SourceDoor, IReadOnlyDictionary<Guid, SourceName>>(door => door.NamesAsync([task], program.Manager, default)))[request.Id].Name.ShouldBe($"#{number} {expected}");
        var today = await program.Ask<TodayQueries, TodayPage>(queries => queries.PageAsync(program.Manager, default));
        today.Requests.Single().Prospect.ShouldBe(expected);
    }
}
