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

/// <summary>The load calendar: who stands in it, who needs rest, who could be asked instead.</summary>
public sealed class LoadBoardTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private readonly QueryCount count = new();
    private readonly TestDatabase database;

    public LoadBoardTests() => database = TestDatabase.Create(options: options => options.AddInterceptors(count));

    private DateOnly Today => DateOnly.FromDateTime(database.Clock.Now);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Whoever_is_worn_needs_rest_and_an_idle_customer_alike_could_be_asked_instead()
    {
        var tired = await CustomerAsync("Tired Bank", "banking", "de", "atlas");
        var twin = await CustomerAsync("Twin Bank", "banking", "de", "atlas");
        await CustomerAsync("Same Industry", "banking", "us", "comet");
        await CustomerAsync("Far Mill", "insurance", "us", "ember");
        await TireAsync(tired);

        var board = await ReadAsync(Filter());

        var row = board.NeedsRest.ShouldHaveSingleItem();
        row.Customer.Id.ShouldBe(tired);
        row.IsFull.ShouldBeTrue();
        row.Instead[0].ShouldSatisfyAllConditions(
            other => other.Id.ShouldBe(twin),
            other => other.Common.ShouldBe("Banking, Germany, Atlas"));
        row.Instead.ShouldNotContain(other => other.Name == "Same Industry" || other.Name == "Far Mill");
        board.Idle.Select(one => one.Customer.Name).ShouldBe(["Far Mill", "Same Industry", "Twin Bank"]);
    }

    [Fact]
    public async Task Nobody_is_offered_instead_who_is_willing_for_nothing_of_the_kind_or_was_used_lately()
    {
        var tired = await CustomerAsync("Tired Bank", "banking", "de", "atlas", PermissionScope.SalesCall);
        await CustomerAsync("Only Stories", "banking", "de", "atlas", PermissionScope.Story);
        var used = await CustomerAsync("Used Bank", "banking", "de", "atlas");
        await TireAsync(tired);
        await LogAsync(used, Today.AddDays(-150));

        (await ReadAsync(Filter())).NeedsRest.Single(row => row.Customer.Id == tired).Instead.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scope_that_the_customer_refused_is_none_to_share()
    {
        var tired = await CustomerAsync("Tired Bank", "banking", "de", "atlas", PermissionScope.SalesCall);
        var twin = await CustomerAsync("Twin Bank", "banking", "de", "atlas", PermissionScope.SalesCall);
        await TireAsync(tired);
        (await ReadAsync(Filter())).NeedsRest.Single().Instead.ShouldHaveSingleItem();

        await database.Change(async db => (await db.Permissions.SingleAsync(row => row.CustomerId == twin && row.Scope == PermissionScope.SalesCall))
            .Record(PermissionStatus.Denied, null, "Said so in a call", database.Clock.Now));

        (await ReadAsync(Filter())).NeedsRest.Single().Instead.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_calendar_is_narrowed_by_owner_tier_segment_and_name()
    {
        var owner = Given.User(Roles.Rep, "Jonas Weber");
        await database.Add(owner);
        await CustomerAsync("Alpenbank", "banking", "de", "atlas", ownerId: owner.Id);
        await CustomerAsync("Leuchtturm", "insurance", "us", "comet", tier: Tier.Lighthouse);

        (await NamesAsync(Filter() with { OwnerId = owner.Id })).ShouldBe(["Alpenbank"]);
        (await NamesAsync(Filter() with { Tier = Tier.Lighthouse })).ShouldBe(["Leuchtturm"]);
        (await NamesAsync(Filter() with { ProductKey = "comet" })).ShouldBe(["Leuchtturm"]);
        (await NamesAsync(Filter() with { IndustryKey = "finance", RegionKey = "dach" })).ShouldBe(["Alpenbank"]);
        (await NamesAsync(Filter() with { Words = " ÁLPEN " })).ShouldBe(["Alpenbank"]);
        (await NamesAsync(Filter() with { Words = "bank alp" })).ShouldBe(["Alpenbank"], "by every word, as everywhere");
        (await NamesAsync(Filter() with { ProductKey = "nothing" })).ShouldBeEmpty();
        (await ReadAsync(Filter())).Choices.Owners.ShouldBe([(owner.Id.ToString(), "Jonas Weber")]);
    }

    [Fact]
    public async Task Views_show_those_who_need_rest_and_those_who_are_idle()
    {
        var tired = await CustomerAsync("Tired Bank", "banking", "de", "atlas");
        var idle = await CustomerAsync("Idle Bank", "banking", "de", "atlas");
        await TireAsync(tired);

        (await NamesAsync(Filter() with { View = LoadView.Rest })).ShouldBe(["Tired Bank"]);
        (await NamesAsync(Filter() with { View = LoadView.Idle })).ShouldBe(["Idle Bank"]);
        await LogAsync(idle, Today.AddDays(-179));
        (await NamesAsync(Filter() with { View = LoadView.Idle })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_of_the_only_contact_closes_the_customer_at_once_in_the_calendar_and_in_searches()
    {
        var bank = await CustomerAsync("Alpenbank", "banking", "de", "atlas");
        (await ReadAsync(Filter())).Rows[0].Availability.State.ShouldBe(AvailabilityState.Open);
        (await SearchAsync()).Standing.IsClosed.ShouldBeFalse();

        await database.Change(async db => (await db.Contacts.SingleAsync(contact => contact.CustomerId == bank)).Pause(Today.AddDays(20)));

        (await ReadAsync(Filter())).Rows[0].Availability.ShouldSatisfyAllConditions(
            now => now.State.ShouldBe(AvailabilityState.Closed),
            now => now.FreeOn.ShouldBe(Today.AddDays(21)));
        (await SearchAsync()).Standing.FreeOn.ShouldBe(Today.AddDays(21));
    }

    [Fact]
    public async Task A_contact_who_sets_a_limit_of_their_own_is_closed_by_it_at_once()
    {
        var bank = await CustomerAsync("Alpenbank", "banking", "de", "atlas");
        (await SearchAsync()).Standing.IsClosed.ShouldBeFalse();

        await database.Change(async db => (await db.Contacts.SingleAsync(contact => contact.CustomerId == bank)).Agree(Enum.GetValues<PermissionScope>(), 10, null));

        (await SearchAsync()).Standing.Rule!.ShouldContain("10 minutes");
        (await ReadAsync(Filter())).Rows[0].Availability.Rule!.ShouldContain("10 minutes");
    }

    [Fact]
    public async Task Only_those_who_may_see_usage_read_it_and_only_those_who_run_the_program_move_uses()
    {
        await Should.ThrowAsync<ForbiddenException>(() => ReadAsync(Filter(), Given.Viewer(Roles.Rep)));
        await Should.ThrowAsync<ForbiddenException>(() => ReadAsync(Filter(), Given.Viewer(Roles.Executive)));
        (await ReadAsync(Filter(), Given.Viewer(Roles.Marketing))).MayMove.ShouldBeFalse();
        (await ReadAsync(Filter())).MayMove.ShouldBeTrue();
    }

    [Fact]
    public async Task Overrides_above_the_calendar_are_those_that_the_page_of_overrides_lists_for_the_same_filter()
    {
        var bank = await CustomerAsync("Alpenbank", "banking", "de", "atlas");
        var mill = await CustomerAsync("Far Mill", "insurance", "us", "ember");
        await OverriddenAsync(bank, ActivityKeys.SalesCall);
        await OverriddenAsync(mill, ActivityKeys.Press);
        await OverriddenAsync(mill, ActivityKeys.Press);
        await database.Change(async db => (await db.Customers.SingleAsync(customer => customer.Id == mill)).Retire(null));
        database.Clock.MoveTo(new DateTime(2026, 11, 23, 23, 30, 0, DateTimeKind.Utc));

        (await OverridesAsync(Filter())).ShouldBe(new Share(3, 3));
        (await OverridesAsync(Filter() with { ProductKey = "ember" })).ShouldBe(new Share(2, 2));
        (await OverridesAsync(Filter() with { ProductKey = "ember", ActivityKey = ActivityKeys.SalesCall })).ShouldBe(new Share(0, 0));
        (await OverridesAsync(Filter() with { ActivityKey = ActivityKeys.SalesCall })).ShouldBe(new Share(1, 1));
        (await OverridesAsync(Filter() with { Words = "nobody" })).ShouldBe(new Share(0, 0));
        database.Clock.Advance(TimeSpan.FromDays(90));
        (await OverridesAsync(Filter())).ShouldBe(new Share(0, 0));
    }

    [Fact]
    public async Task What_the_page_reads_does_not_grow_with_the_program()
    {
        await CustomerAsync("Bank 0", "banking", "de", "atlas");
        await ReadAsync(Filter());
        var few = await CountedAsync();
        for (var number = 1; number <= 30; number++)
        {
            await LogAsync(await CustomerAsync($"Bank {number}", "banking", "de", "atlas"), Today.AddDays(-number));
        }

        await ReadAsync(Filter());
        (await CountedAsync()).ShouldBe(few);
    }

    // The figure of the calendar, once it is sure that the page of overrides says the same.
    private async Task<Share> OverridesAsync(LoadFilter filter)
    {
        var scope = await database.Ask<LoadScopes, LoadScope>(scopes => scopes.ReadAsync(filter, Manager, default));
        var list = await database.Ask<OverrideQueries, OverrideList>(queries => queries.ReadAsync(null, null, 1, scope.Scope, Manager, default));
        var totals = (await ReadAsync(filter)).Totals.Overrides;
        totals.ShouldBe((list.Uses, list.Before));
        list.Uses.Part.ShouldBe(list.Total);
        return totals.Now;
    }

    // Nothing is allowed, so that each reservation goes beyond a limit.
    private async Task OverriddenAsync(Guid customer, string activity)
    {
        await database.Change(async db =>
        {
            if (!await db.UsagePolicies.AnyAsync(policy => policy.CustomerId == customer))
            {
                db.Add(new UsagePolicy(database.NextId(), PolicyPer.Customer, [], new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rolling(90))).ForCustomer(customer, PolicySetter.Owner));
            }
        });
        await using var scope = database.Scope();
        var (db, service) = (scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>(), scope.ServiceProvider.GetRequiredService<ReservationService>());
        var reserved = await db.WriteAsync(async ct =>
        {
            var answer = await service.ReserveAsync(new ReserveUse(customer, null, activity, Today.AddDays(3), UseSource.Request, database.NextId(), new OverrideMark("Vera Sponsor", "Largest deal")), Manager, ct);
            await db.SaveChangesAsync(ct);
            return answer.Outcome;
        });
        reserved.Refusal.ShouldBeNull();
    }

    private async Task<int> CountedAsync()
    {
        var before = count.Queries;
        await ReadAsync(Filter());
        return count.Queries - before;
    }

    private static LoadFilter Filter() => new(null, null, null, null, null, 1);

    private Task<LoadBoard> ReadAsync(LoadFilter filter, Viewer? viewer = null) => database.Ask<LoadBoardQueries, LoadBoard>(queries => queries.ReadAsync(filter, viewer ?? Manager, default));

    private async Task<List<string>> NamesAsync(LoadFilter filter) => [.. (await ReadAsync(filter)).Rows.Select(row => row.Customer.Name)];

    private async Task<MatchRow> SearchAsync() =>
        (await database.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(new CatalogAsk(Criteria.None), Manager, default))).Result.Rows.ShouldHaveSingleItem();

    // A limit full, used three days ago, and three declines: 74 of 100.
    private async Task TireAsync(Guid customer)
    {
        await LogAsync(customer, Today.AddDays(-3));
        await database.Add([.. Enumerable.Range(1, 3).Select(days => UsageSignal.Declined(database.NextId(), customer, null, Today.AddDays(-days), database.Clock.Now))]);
    }

    private async Task LogAsync(Guid customer, DateOnly on)
    {
        var outcome = await database.Ask<LedgerService, Outcome>(ledger => ledger.LogAsync(new LogUse(customer, null, ActivityKeys.SalesCall, on, null, "Call"), Manager, default));
        outcome.Refusal.ShouldBeNull();
    }

    private async Task<Guid> CustomerAsync(string name, string industry, string region, string product, PermissionScope? only = null, Guid? ownerId = null, Tier tier = Tier.Standard)
    {
        var terms = await database.Read(db => db.Terms.AsNoTracking().ToListAsync());
        var customer = Given.Customer(name, ownerId, tier);
        customer.Reclassify(Term(TermKind.Industry, industry), Term(TermKind.Region, region));
        customer.Products.Add(new ProductUse(database.NextId(), customer.Id, Term(TermKind.Product, product)!.Value));
        if (only is { } scope)
        {
            customer.Contacts[0].Agree([scope], null, null);
        }

        await database.Add(customer);
        return customer.Id;

        Guid? Term(TermKind kind, string key) => terms.Single(term => term.Kind == kind && term.Key == key).Id;
    }
}
