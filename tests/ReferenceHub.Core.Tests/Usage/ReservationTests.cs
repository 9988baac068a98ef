using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

public sealed class ReservationTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly Viewer Manager = new(new Guid("00000000-0000-7000-8000-00000000b001"), "Maria Berg", Roles.ProgramManager);
    private static readonly Viewer Rep = new(new Guid("00000000-0000-7000-8000-00000000b002"), "Rob", Roles.Rep);

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Reserving_writes_an_entry_and_takes_the_capacity()
    {
        var scene = await UsageScene.MakeAsync(database);

        var taken = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        var refused = await scene.ReserveAsync(ActivityKeys.Press, Day.AddDays(20), contact: 1);

        taken.Allowed.ShouldBeTrue();
        refused.Refusal.ShouldNotBeNull();
        refused.Refusal.Sentence.ShouldBe("Limit of 1 sales call, analyst or press use per customer in 90 days, set by the program. Free on 1 Mar 2027.");
        (await EntriesAsync(scene)).Select(entry => (entry.Sequence, entry.Kind, entry.Units)).ShouldBe([(1, LedgerKind.Reserved, 1)]);
    }

    [Fact]
    public async Task Releasing_gives_the_capacity_back()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);

        await scene.DoAsync((service, ct) => service.ReleaseAsync(use.UseId, Rep, ct));

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day)).Allowed.ShouldBeTrue();
        (await scene.UsageAsync()).Uses.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_no_show_releases_the_units_and_keeps_the_rest_of_its_contact()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);

        await scene.DoAsync((service, ct) => service.ReleaseAsync(use.UseId, Rep, ct, keepsRest: true));

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(10))).Refusal!.Rule.ShouldBe("Rest of 30 days between uses of a contact");
        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(10), contact: 1)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task Completion_confirms_what_was_reserved_with_the_actual_minutes()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);

        await scene.DoAsync((service, ct) => service.MoveAsync(use.UseId, new MoveUse(Day, scene.Contacts[0], Agreed: true), Rep, ct));
        (await scene.UsageAsync()).Uses.Single().State.ShouldBe(UseState.Planned);
        await scene.DoAsync((service, ct) => service.ConfirmAsync(use.UseId, Day, 55, Rep, ct));

        var done = (await scene.UsageAsync()).Uses.Single();
        (done.State, done.Units, done.Minutes).ShouldBe((UseState.Done, 1, 55));
        await Should.ThrowAsync<IllegalMoveException>(() => scene.DoAsync((service, ct) => service.ReleaseAsync(use.UseId, Rep, ct)));
        await Should.ThrowAsync<IllegalMoveException>(() => scene.DoAsync((service, ct) => service.ConfirmAsync(use.UseId, Day, null, Rep, ct)));
    }

    [Fact]
    public async Task Moving_is_release_and_reserve_and_refused_as_a_whole()
    {
        var scene = await UsageScene.MakeAsync(database);
        var first = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        var later = await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(120));

        var refused = await scene.AskAsync((service, ct) => service.MoveAsync(first.UseId, new MoveUse(Day.AddDays(100), scene.Contacts[0], Agreed: true), Rep, ct));
        var moved = await scene.AskAsync((service, ct) => service.MoveAsync(first.UseId, new MoveUse(Day.AddDays(5), scene.Contacts[0], Agreed: true), Rep, ct));

        refused.Allowed.ShouldBeFalse();
        moved.Allowed.ShouldBeTrue();
        (await EntriesAsync(scene)).Select(entry => entry.Kind).ShouldBe([LedgerKind.Reserved, LedgerKind.Reserved, LedgerKind.Released, LedgerKind.Reserved]);
        (await scene.UsageAsync()).Uses.Select(use => (use.UseId, use.On)).ShouldBe([(first.UseId, Day.AddDays(5)), (later.UseId, Day.AddDays(120))], ignoreOrder: true);
    }

    [Fact]
    public async Task An_override_needs_the_right_a_sponsor_and_a_reason_and_is_marked_for_ever()
    {
        var scene = await UsageScene.MakeAsync(database);
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        var mark = new OverrideMark("Vera Sponsor", "Largest deal of the year");

        await Should.ThrowAsync<ForbiddenException>(() => scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(3), contact: 1, mark, Rep));
        await Should.ThrowAsync<ArgumentException>(() => scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(3), contact: 1, mark with { Reason = " " }, Manager));
        var over = await scene.ReserveAsync(ActivityKeys.SalesCall, Day.AddDays(3), contact: 1, mark, Manager);
        await scene.DoAsync((service, ct) => service.ConfirmAsync(over.UseId, Day.AddDays(3), null, Manager, ct));

        (await scene.UsageAsync()).Uses.Single(use => use.UseId == over.UseId).Overridden.ShouldBeTrue();
        var entry = (await EntriesAsync(scene)).Single(entry => entry.IsOverride);
        (entry.Sponsor, entry.OverrideReason, entry.ActorName).ShouldBe(("Vera Sponsor", "Largest deal of the year", "Maria Berg"));
        entry.OverriddenRule.ShouldNotBeNull().ShouldContain("1 sales call");
    }

    [Fact]
    public async Task An_override_that_was_not_needed_leaves_no_mark()
    {
        var scene = await UsageScene.MakeAsync(database);

        await scene.ReserveAsync(ActivityKeys.SalesCall, Day, contact: 0, new OverrideMark("Vera", "In case"), Manager);

        (await EntriesAsync(scene)).Single().Overridden.ShouldBeFalse();
    }

    [Fact]
    public async Task A_logged_use_counts_and_no_limit_refuses_it()
    {
        var scene = await UsageScene.MakeAsync(database);
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day);

        await scene.DoAsync((service, ct) => service.LogAsync(new LogUse(scene.CustomerId, null, ActivityKeys.Press, Day.AddDays(-2), 20, "Was quoted by a paper"), Manager, ct));

        (await scene.UsageAsync()).Uses.Count.ShouldBe(2);
        (await scene.ReserveAsync(ActivityKeys.Analyst, Day.AddDays(91), contact: 1)).Allowed.ShouldBeTrue();
        (await EntriesAsync(scene)).Single(entry => entry.Kind == LedgerKind.Logged).Note.ShouldBe("Was quoted by a paper");
        await Should.ThrowAsync<ForbiddenException>(() =>
            scene.DoAsync((service, ct) => service.LogAsync(new LogUse(scene.CustomerId, null, ActivityKeys.Press, Day, null, "x"), Rep, ct)));
    }

    [Fact]
    public async Task A_correction_needs_a_reason_and_keeps_what_was_there()
    {
        var scene = await UsageScene.MakeAsync(database);
        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await scene.DoAsync((service, ct) => service.ConfirmAsync(use.UseId, Day, 30, Manager, ct));

        await scene.DoAsync((service, ct) => service.CorrectAsync(use.UseId, new CorrectUse(null, null, 45), "Took longer", Manager, ct));

        (await scene.UsageAsync()).Uses.Single().Minutes.ShouldBe(45);
        (await EntriesAsync(scene)).Select(entry => entry.Minutes).ShouldBe([30, 30, 45]);
        await Should.ThrowAsync<ArgumentException>(() => scene.DoAsync((service, ct) => service.CorrectAsync(use.UseId, new CorrectUse(null, 0, null), "", Manager, ct)));
    }

    [Fact]
    public async Task Several_reservations_in_one_transaction_see_each_other()
    {
        var scene = await UsageScene.MakeAsync(database);

        var second = await scene.AskAsync(async (service, ct) =>
        {
            await service.ReserveAsync(scene.Ask(ActivityKeys.SalesCall, Day), Rep, ct);
            return await service.ReserveAsync(scene.Ask(ActivityKeys.Press, Day, contact: 1), Rep, ct);
        });

        second.Allowed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_paused_customer_a_paused_contact_and_an_unwilling_one_are_refused_beyond_override()
    {
        var scene = await UsageScene.MakeAsync(database);
        var mark = new OverrideMark("Vera", "Please");
        await database.Change(async db => (await db.Contacts.SingleAsync(contact => contact.Id == scene.Contacts[0])).Pause(Day));
        await database.Change(async db => (await db.Contacts.SingleAsync(contact => contact.Id == scene.Contacts[1])).Agree([], null, null));

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day, 0, mark, Manager)).Refusal!.CanOverride.ShouldBeFalse();
        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day, 1, mark, Manager)).Refusal!.Rule.ShouldContain("has not agreed");
        await database.Change(async db => (await db.Customers.SingleAsync()).Pause(Day, null));
        (await scene.ReserveAsync(ActivityKeys.Rfp, Day, null, mark, Manager)).Refusal!.FreeOn.ShouldBe(Day.AddDays(1));
    }

    [Fact]
    public async Task A_changed_policy_binds_the_next_reservation()
    {
        var scene = await UsageScene.MakeAsync(database);
        await using (var scope = database.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<UsageOverlay>().EnsureLoadedAsync(default);
            var policies = scope.ServiceProvider.GetRequiredService<PolicyService>();
            var events = await database.Read(db => db.UsagePolicies.ToListAsync());
            var one = events.Single(policy => policy.ActivityKeys.SequenceEqual([ActivityKeys.Event]));
            (await policies.ChangeAsync(one.Id, new PolicySpec { Per = one.Per, ActivityKeys = one.ActivityKeys, Terms = one.Terms with { Amount = 0 } }, one.Version, Manager, default)).IsDone.ShouldBeTrue();
        }

        (await scene.ReserveAsync(ActivityKeys.Event, Day.AddDays(90))).Refusal!.Rule.ShouldBe("Limit of 0 event uses per customer in 180 days");
    }

    [Fact]
    public async Task The_overlay_follows_the_ledger()
    {
        var scene = await UsageScene.MakeAsync(database);
        await using var scope = database.Scope();
        var overlay = scope.ServiceProvider.GetRequiredService<UsageOverlay>();
        await overlay.EnsureLoadedAsync(default);
        overlay.Of(scene.CustomerId).Uses.ShouldBeEmpty();

        var use = await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await overlay.EnsureLoadedAsync(default);
        overlay.Of(scene.CustomerId).Uses.Single().UseId.ShouldBe(use.UseId);

        await scene.DoAsync((service, ct) => service.ReleaseAsync(use.UseId, Rep, ct));
        await overlay.EnsureLoadedAsync(default);
        overlay.Of(scene.CustomerId).Uses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_50_at_once_for_one_unit_left_one_wins_and_the_ledger_agrees()
    {
        var scene = await UsageScene.MakeAsync(database);

        var answers = await scene.RaceAsync(50, ActivityKeys.SalesCall, Day);

        answers.Count(answer => answer.Allowed).ShouldBe(1);
        answers.Where(answer => !answer.Allowed).ShouldAllBe(answer => answer.Refusal!.Rule.StartsWith("Limit of 1 sales call", StringComparison.Ordinal));
        (await EntriesAsync(scene)).Count.ShouldBe(1);
    }

    private Task<List<LedgerEntry>> EntriesAsync(UsageScene scene) => database.Read(db =>
        db.LedgerEntries.Where(entry => entry.CustomerId == scene.CustomerId).OrderBy(entry => entry.Sequence).ToListAsync());
}
