using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class CatalogCacheTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private static readonly Viewer Rep = Given.Viewer(Roles.Rep);
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_customer_is_found_by_its_facts_from_the_database()
    {
        var bank = await AddBankAsync("Alpenbank");

        var result = await SearchAsync("industry=finance&region=dach&product=atlas&prefer=platform:azure&prefer=language:de&prefer=size:2000-10000&live=12");

        var row = result.Rows.ShouldHaveSingleItem();
        row.CustomerId.ShouldBe(bank.Id);
        (row.Industry, row.Place, row.Size, row.Content).ShouldBe(("Banking", "Munich, Germany", "5,400 staff", 1));
        row.Reasons.ShouldAllBe(reason => reason.Met);
        row.Standing.State.ShouldBe(AvailabilityState.Open);
    }

    [Fact]
    public async Task The_next_search_sees_what_was_saved_before_it()
    {
        var bank = await AddBankAsync("Alpenbank");
        (await SearchAsync("")).Total.ShouldBe(1);

        await AddBankAsync("Bodensee Bank");
        await database.Change(async db => (await db.Customers.SingleAsync(customer => customer.Id == bank.Id)).Describe(new CompanyFacts { Name = "Neue Alpenbank" }));

        (await SearchAsync("")).Rows.Select(row => row.Name).ShouldBe(["Bodensee Bank", "Neue Alpenbank"], ignoreOrder: true);
        (await SearchAsync("industry=banking")).Rows.ShouldHaveSingleItem().Name.ShouldBe("Bodensee Bank");
    }

    [Fact]
    public async Task A_use_closes_a_customer_for_the_next_search_with_rule_and_date()
    {
        var bank = await AddBankAsync("Alpenbank");
        (await SearchAsync("")).Free.ShouldBe(1);

        await LogCallAsync(bank, Day(-5));

        var row = (await SearchAsync("")).Rows.ShouldHaveSingleItem();
        row.Standing.IsClosed.ShouldBeTrue();
        row.Standing.LastUsed.ShouldBe(Day(-5));
        row.Standing.FreeOn.ShouldBe(Day(85));
        row.Standing.Rule.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_new_alias_is_understood_at_once()
    {
        await AddBankAsync("Alpenbank");
        (await WordsAsync("moneyhouse")).Text.ShouldBe("moneyhouse");

        await database.Change(async db =>
        {
            var banking = await db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "banking");
            banking.Rename(banking.Name, [.. banking.Aliases, "moneyhouse"]);
        });

        (await WordsAsync("moneyhouse")).ToQuery().ShouldBe("industry=banking");
    }

    [Fact]
    public async Task A_confidential_name_shows_while_it_is_released_and_no_longer()
    {
        var bank = await AddBankAsync("Geheimbank", Tier.Confidential);
        (await SearchAsync("q=geheim", Rep)).Total.ShouldBe(0);
        (await SearchAsync("", Rep)).Rows[0].Name.ShouldBe("DACH banking customer, 5k staff");

        var release = new ContactRelease(database.NextId(), database.NextId(), bank.Id, null, Rep.UserId, database.Clock.Now);
        await database.Add(new User(Rep.UserId, "Rep", "rep@people.example", Roles.Rep, database.Clock.Now));
        await database.Add(release);
        (await SearchAsync("q=geheim", Rep)).Total.ShouldBe(1);

        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.Change(async db => (await db.ContactReleases.SingleAsync()).EndNow(database.Clock.Now));
        (await SearchAsync("q=geheim", Rep)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Content_that_answers_the_need_comes_first_but_not_that_of_a_hidden_name()
    {
        await AddBankAsync("Alpenbank");
        await AddBankAsync("Geheimbank", Tier.Confidential);

        var live = await database.Ask<LiveMatches, LiveMatch>(matches => matches.ForAsync(new LiveAsk(ActivityKeys.SalesCall, Criteria.Parse("q=bank in DACH with Atlas")), Rep, default));

        live.Answer.Result.Total.ShouldBe(2);
        live.Content.ShouldHaveSingleItem().CustomerName.ShouldBe("Alpenbank");
    }

    [Fact]
    public async Task Searching_again_without_a_change_reads_neither_customers_nor_the_ledger()
    {
        await AddBankAsync("Alpenbank");
        await SearchAsync("");

        await using var scope = database.Scope();
        var catalog = scope.ServiceProvider.GetRequiredService<CatalogCache>();
        (await catalog.GetAsync(default)).ShouldBeSameAs(await catalog.GetAsync(default));
    }

    private async Task LogCallAsync(Customer customer, DateOnly on)
    {
        await using var scope = database.Scope();
        var use = new LogUse(customer.Id, customer.Contacts[0].Id, ActivityKeys.SalesCall, on, null, "Call");
        await scope.ServiceProvider.GetRequiredService<ReservationService>().LogAsync(use, Manager, default);
        await scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
    }

    private DateOnly Day(int fromToday) => DateOnly.FromDateTime(database.Clock.Now).AddDays(fromToday);

    private async Task<MatchResult> SearchAsync(string criteria, Viewer? viewer = null) =>
        (await database.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(new CatalogAsk(Criteria.Parse(criteria)), viewer ?? Manager, default))).Result;

    private async Task<Criteria> WordsAsync(string words) =>
        (await database.Ask<MatchQueries, NeedRead>(matches => matches.ReadWordsAsync(Criteria.None.WithText(words), Manager, default))).Criteria;

    private async Task<Customer> AddBankAsync(string name, Tier tier = Tier.Standard)
    {
        var terms = await database.Read(db => db.Terms.AsNoTracking().ToListAsync());
        var bank = Given.Customer(name, tier: tier);
        bank.Describe(new CompanyFacts { Name = name, IndustryId = Term(TermKind.Industry, "banking"), RegionId = Term(TermKind.Region, "de"), City = "Munich", Employees = 5400 });
        var atlas = new ProductUse(database.NextId(), bank.Id, Term(TermKind.Product, "atlas"));
        atlas.Describe(null, null, Day(-500), null);
        bank.Products.Add(atlas);
        bank.Attributes.Add(new CustomerAttribute(bank.Id, Term(TermKind.Platform, "azure")));
        bank.Assets.Add(new Asset(database.NextId(), bank.Id, AssetKind.Story, $"How {name} did it", "en", Day(-30)));
        await database.Add(bank);
        return bank;

        Guid Term(TermKind kind, string key) => terms.Single(term => term.Kind == kind && term.Key == key).Id;
    }
}
