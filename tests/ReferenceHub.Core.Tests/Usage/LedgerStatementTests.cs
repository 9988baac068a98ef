using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>After each entry the ledger says how full each limit was that binds; it can be read by contact, kind and year.</summary>
public sealed class LedgerStatementTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly Viewer Manager = new(new Guid("00000000-0000-7000-8000-00000000b001"), "Maria Berg", Roles.ProgramManager);
    private static readonly OverrideMark Mark = new("Vera Sponsor", "Largest deal of the year");

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Each_entry_says_how_full_every_limit_that_binds_was_after_it()
    {
        var scene = await UsageScene.MakeAsync(database);
        var first = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(40), contact: 0, Mark, Manager);
        await scene.DoAsync((service, ct) => service.ReleaseAsync(first.UseId, Manager, ct));

        var lines = (await ReadAsync(scene)).Lines;

        lines.Select(line => string.Join(" | ", line.Balances.Where(balance => balance.ContactName is null).Select(balance => balance.InWords).Order(StringComparer.Ordinal))).ShouldBe(
        [
            "1 of 1 use in 90 days | 1 of 4 units in 90 days",
            "2 of 1 use in 90 days | 2 of 4 units in 90 days",
            "1 of 1 use in 90 days | 1 of 4 units in 90 days",
        ]);
        lines.Select(line => line.Balances.Single(balance => balance.ContactName is not null).Filled).ShouldBe([30, 60, 30]);
    }

    [Fact]
    public async Task A_use_beyond_the_window_does_not_fill_it()
    {
        var scene = await UsageScene.MakeAsync(database);
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(90), contact: 1);

        (await ReadAsync(scene)).Lines[0].Balances.ShouldAllBe(balance => balance.Filled == 1 || balance.Filled == 30);
    }

    [Fact]
    public async Task A_listing_fills_no_limit_of_contacts()
    {
        var scene = await UsageScene.MakeAsync(database);
        await scene.ReserveAsync(ActivityKeys.Rfp, Day);

        (await ReadAsync(scene)).Lines.Single().Balances.ShouldAllBe(balance => balance.ContactName == null);
    }

    [Fact]
    public async Task Each_limit_says_its_own_next_free_day()
    {
        var scene = await UsageScene.MakeAsync(database);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        await scene.ReserveAsync(ActivityKeys.SalesCall, today.AddDays(5));

        var limits = (await ReadAsync(scene)).Limits;

        limits.Single(limit => limit is { Measure: PolicyMeasure.Units }).FreeOn.ShouldBe(today);
        limits.Single(limit => limit.Rule.Contains("sales call", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            limit => limit.FreeOn.ShouldBe(today.AddDays(95)),
            limit => limit.FreeFor.ShouldBe("Sales call"));
    }

    [Fact]
    public async Task The_ledger_of_a_contact_holds_what_is_about_them_and_what_takes_a_use_away()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(120), contact: 1);
        await DoneAsync(scene, use.UseId);
        await CorrectAsync(scene, use.UseId, new CorrectUse(null, null, null) { Contact = new CorrectContact(scene.Contacts[1]) });

        var his = await ReadAsync(scene, new LedgerFilter(ContactId: scene.Contacts[0]));
        var hers = await ReadAsync(scene, new LedgerFilter(ContactId: scene.Contacts[1]));

        his.Lines.Select(line => line.Entry.Kind).ShouldBe([LedgerKind.Corrected, LedgerKind.Confirmed, LedgerKind.Reserved]);
        his.Lines[0].Balances.Single().Filled.ShouldBe(0);
        hers.Lines.Select(line => line.Entry.Kind).ShouldBe([LedgerKind.Corrected, LedgerKind.Reserved]);
        hers.Lines[0].Balances.Single().Filled.ShouldBe(30);
        his.Limits.ShouldAllBe(limit => limit.ContactName == his.ContactName);
        await Should.ThrowAsync<MissingException>(() => ReadAsync(scene, new LedgerFilter(ContactId: database.NextId())));
    }

    [Fact]
    public async Task What_people_call_agreed_and_a_no_show_are_found_by_those_names()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await scene.DoAsync((service, ct) => service.AgreeAsync(use.UseId, Manager, ct));
        await scene.DoAsync((service, ct) => service.ReleaseAsync(use.UseId, Manager, ct, keepsRest: true));

        (await ReadAsync(scene, new LedgerFilter(EntryDeed.Agreed))).Lines.ShouldHaveSingleItem().Entry.Sequence.ShouldBe(2);
        (await ReadAsync(scene, new LedgerFilter(EntryDeed.NoShow))).Lines.ShouldHaveSingleItem().Entry.Sequence.ShouldBe(3);
        (await ReadAsync(scene, new LedgerFilter(EntryDeed.Corrected))).Lines.ShouldBeEmpty();
        (await ReadAsync(scene, new LedgerFilter(EntryDeed.Released))).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_read_by_kind_and_year_and_in_pages_and_the_balance_stays_that_of_all_entries()
    {
        var scene = await UsageScene.MakeAsync(database);
        for (var place = 0; place < LedgerStatement.PageSize + 2; place++)
        {
            await LogAsync(scene, new DateOnly(2024 + (place % 2), 3, 1));
        }

        var second = await ReadAsync(scene, new LedgerFilter(Page: 2));
        second.Lines.Select(line => line.Entry.Sequence).ShouldBe([2, 1]);
        var year = await ReadAsync(scene, new LedgerFilter(EntryDeed.Logged, 2025, Page: 99));
        (year.Entries, year.Filter.Page, year.Lines.Count).ShouldBe((21, 1, 21));
        year.Lines[0].Balances.First(balance => balance.Measure == PolicyMeasure.Units).Filled.ShouldBe(21);
        year.Years.ShouldBe([2025, 2024]);
        (await ReadAsync(scene, new LedgerFilter(EntryDeed.Released))).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_that_can_be_wrong_about_a_use_can_be_corrected_and_the_old_stays()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await DoneAsync(scene, use.UseId);

        (await CorrectAsync(scene, use.UseId, new CorrectUse(Day.AddDays(-2), 3, 75) { Contact = new CorrectContact(scene.Contacts[1]) })).Refusal.ShouldBeNull();

        var entries = (await ReadAsync(scene)).Lines.Select(line => line.Entry).ToList();
        entries.Select(entry => entry.Kind).ShouldBe([LedgerKind.Corrected, LedgerKind.Confirmed, LedgerKind.Reserved]);
        (entries[0].On, entries[0].Units, entries[0].Minutes, entries[0].ContactId, entries[0].Note).ShouldBe((Day.AddDays(-2), 3, 75, scene.Contacts[1], "Was written down wrongly"));
        (entries[1].On, entries[1].Units, entries[1].Minutes, entries[1].ContactId).ShouldBe((Day, 1, 30, scene.Contacts[0]));
        (await CorrectAsync(scene, use.UseId, new CorrectUse(null, null, null) { Contact = new CorrectContact(null) })).Refusal.ShouldBeNull();
        (await scene.UsageAsync()).Uses.Single().ContactId.ShouldBeNull();
    }

    [Fact]
    public async Task A_use_that_was_not_held_gives_its_units_back_keeps_its_rest_and_can_be_put_right_again()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await DoneAsync(scene, use.UseId);

        await CorrectAsync(scene, use.UseId, new CorrectUse(null, null, null) { Held = false });
        var not = (await scene.UsageAsync()).Uses.Single();
        (not.State, not.Units, not.Minutes, not.StartsRest).ShouldBe((UseState.NoShow, 0, 0, true));

        await CorrectAsync(scene, use.UseId, new CorrectUse(null, null, null) { Held = true });
        var held = (await scene.UsageAsync()).Uses.Single();
        (held.State, held.Units, held.Minutes).ShouldBe((UseState.Done, 1, 30));
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_or_was_made_from_an_old_page_is_refused()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await Should.ThrowAsync<IllegalMoveException>(() => CorrectAsync(scene, use.UseId, new CorrectUse(null, null, 20)));
        await DoneAsync(scene, use.UseId);

        (await CorrectAsync(scene, use.UseId, new CorrectUse(Day, 1, 30))).Refusal.ShouldNotBeNull().ShouldContain("says this already");
        (await CorrectAsync(scene, use.UseId, new CorrectUse(null, null, 20) { Seen = 1 })).Field.ShouldBe("Seen");
        (await CorrectAsync(scene, use.UseId, new CorrectUse(null, null, 20) { Seen = 2 })).Refusal.ShouldBeNull();
        await Should.ThrowAsync<MissingException>(() => CorrectAsync(scene, use.UseId, new CorrectUse(null, null, null) { Contact = new CorrectContact(database.NextId()) }));
        await Should.ThrowAsync<ForbiddenException>(() => CorrectAsync(scene, use.UseId, new CorrectUse(null, null, 10), Manager with { Roles = Roles.Marketing }));
    }

    private Task<LedgerStatement> ReadAsync(UsageScene scene, LedgerFilter? filter = null) =>
        database.Ask<LedgerQueries, LedgerStatement>(queries => queries.ReadAsync(scene.CustomerId, filter ?? new LedgerFilter(), Manager, default));

    private Task<Outcome> CorrectAsync(UsageScene scene, Guid useId, CorrectUse to, Viewer? by = null) =>
        database.Ask<LedgerService, Outcome>(service => service.CorrectAsync(scene.CustomerId, useId, to, "Was written down wrongly", by ?? Manager, default));

    private async Task LogAsync(UsageScene scene, DateOnly on) => (await database.Ask<LedgerService, Outcome>(service =>
        service.LogAsync(new LogUse(scene.CustomerId, null, ActivityKeys.SalesCall, on, null, "A call"), Manager, default))).Refusal.ShouldBeNull();

    private static Task DoneAsync(UsageScene scene, Guid useId) => scene.DoAsync((service, ct) => service.ConfirmAsync(useId, Day, null, Manager, ct));
}
