using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Versions of the policies: drafts bind nobody, one starts at midnight, what was in force stays.</summary>
public sealed class EditionTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Day = new(2026, 12, 20);
    private static readonly Viewer Manager = Given.Viewer(Roles.ProgramManager, "Maria Berg");

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_planned_version_moves_in_at_midnight_of_the_programs_zone()
    {
        var scene = await SceneAsync("Pacific/Auckland");
        var draft = await DraftOfTwoCallsAsync();
        await StartAsync(draft, new DateOnly(2026, 12, 1));
        await scene.ReserveAsync(ActivityKeys.SalesCall, Day);
        await database.Do<UsageOverlay>(overlay => overlay.EnsureLoadedAsync(default));

        database.Clock.MoveTo(new DateTime(2026, 11, 30, 10, 59, 59, DateTimeKind.Utc));
        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day, contact: 1)).Refusal!.Rule.ShouldStartWith("Limit of 1 sales call");

        database.Clock.MoveTo(new DateTime(2026, 11, 30, 11, 0, 0, DateTimeKind.Utc));
        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day, contact: 1)).Allowed.ShouldBeTrue();
        (await ListAsync(null)).Edition.Id.ShouldBe(draft);
    }

    [Fact]
    public async Task A_draft_binds_nobody()
    {
        var scene = await SceneAsync();
        var draft = await DraftAsync();
        await AddAsync(draft, new PolicySpec { Terms = Terms(0) });

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day)).Allowed.ShouldBeTrue();
        (await database.Read(db => db.PolicySets.SingleAsync())).Changes.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_starts_today_binds_the_next_reservation()
    {
        var scene = await SceneAsync();
        var draft = await DraftAsync();
        await AddAsync(draft, new PolicySpec { Terms = Terms(0) });

        await StartAsync(draft, Today);

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day)).Refusal!.Rule.ShouldBe("Limit of 0 uses per customer in 90 days");
    }

    [Fact]
    public async Task A_draft_keeps_everything_of_the_version_it_begins_with()
    {
        await SceneAsync();
        var first = await DraftAsync();
        await AddAsync(first, new PolicySpec { Scope = PolicyScope.Tier, Tier = Tier.Lighthouse, Per = PolicyPer.Contact, ActivityKeys = [ActivityKeys.Press], Terms = new PolicyTerms(PolicyMeasure.Minutes, 45, LimitWindow.CalendarQuarter), Enabled = false });
        await AddAsync(first, new PolicySpec { Scope = PolicyScope.Segment, SegmentIds = await SegmentAsync(), Terms = new PolicyTerms(PolicyMeasure.Units, 9, LimitWindow.Rolling(33)) });
        await AddAsync(first, new PolicySpec { ActivityKeys = [ActivityKeys.SalesCall], Terms = new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rest(12)) });
        await AddAsync(first, new PolicySpec { Terms = PolicyTerms.Closed(new Blackout(BlackoutRule.Between, From: Day, Until: Day.AddDays(9))) });
        (await ServeAsync<EditionService, Outcome>(async service => await service.HoldBackAsync(first, 25, 500_000, await VersionAsync(first), Manager, default))).IsDone.ShouldBeTrue();

        var second = await DraftAsync(first);

        (await SaidAsync(second)).ShouldBe(await SaidAsync(first));
        (await SaidAsync(second)).Count.ShouldBe(13);
        var copy = await database.Read(db => db.PolicyEditions.SingleAsync(edition => edition.Id == second));
        (copy.HeldBackPercent, copy.HeldBackAbove, copy.IsDraft, copy.Number).ShouldBe((25, 500_000m, true, 3));
        (await DifferencesAsync(second)).ShouldBe(await DifferencesAsync(first));
    }

    [Fact]
    public async Task Whoever_starts_a_draft_starts_what_they_saw()
    {
        await SceneAsync();
        var draft = await DraftAsync();
        var seen = await VersionAsync(draft);
        await AddAsync(draft, new PolicySpec { Terms = Terms(0) });

        await Should.ThrowAsync<StaleVersionException>(ServeAsync<EditionService, Outcome>(service => service.StartAsync(draft, Today, seen, Manager, default)));

        (await database.Read(db => db.PolicyEditions.SingleAsync(edition => edition.Id == draft))).IsDraft.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_who_start_the_same_draft_one_does()
    {
        await SceneAsync();
        var draft = await DraftAsync();
        var seen = await VersionAsync(draft);
        var starts = new[] { Today, Today.AddDays(7) }.Select(async day =>
        {
            try
            {
                return (await ServeAsync<EditionService, Outcome>(service => service.StartAsync(draft, day, seen, Manager, default))).IsDone;
            }
            catch (StaleVersionException)
            {
                return false;
            }
        });

        (await Task.WhenAll(starts)).Count(done => done).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_alters_a_draft_that_was_put_in_force_meanwhile_is_told_before_it_binds()
    {
        await SceneAsync();
        var draft = await DraftOfTwoCallsAsync();
        var policy = await CallsAsync(draft);
        await StartAsync(draft, Today);
        var spec = new PolicySpec { ActivityKeys = policy.ActivityKeys, Terms = Terms(5) };

        var changed = await ServeAsync<PolicyService, Outcome>(service => service.ChangeAsync(policy.Id, spec, policy.Version, Manager, default, EditionState.Draft));
        var added = await ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync([spec], draft, EditionState.Draft, Manager, default));
        var switched = await ServeAsync<PolicyService, Outcome>(service => service.SwitchAsync(policy.Id, false, policy.Version, Manager, default, EditionState.Draft));
        var removed = await ServeAsync<PolicyService, Outcome>(service => service.RemoveAsync(policy.Id, policy.Version, Manager, default, EditionState.Draft));

        new[] { changed, added, switched, removed }.ShouldAllBe(answer => answer.Field == "State" && answer.Refusal!.StartsWith("Version 2 was put in force meanwhile: what you save binds at once.", StringComparison.Ordinal));
        (await ServeAsync<PolicyService, Outcome>(service => service.RemoveAsync(policy.Id, policy.Version, Manager, default))).Refusal.ShouldNotBeNull().ShouldContain("switched off, not removed");
        (await CallsAsync(draft)).Terms.Amount.ShouldBe(2);
        (await ServeAsync<PolicyService, Outcome>(service => service.ChangeAsync(policy.Id, spec, policy.Version, Manager, default, EditionState.InForce))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_somebody_else_has_just_changed_in_a_draft_is_not_removed_from_it()
    {
        await SceneAsync();
        var draft = await DraftOfTwoCallsAsync();
        var seen = await CallsAsync(draft);
        await ServeAsync<PolicyService, Outcome>(service => service.ChangeAsync(seen.Id, new PolicySpec { ActivityKeys = seen.ActivityKeys, Terms = Terms(5) }, seen.Version, Manager, default));

        await Should.ThrowAsync<StaleVersionException>(() => ServeAsync<PolicyService, Outcome>(service => service.RemoveAsync(seen.Id, seen.Version, Manager, default, EditionState.Draft)));
        (await CallsAsync(draft)).Terms.Amount.ShouldBe(5);
    }

    [Fact]
    public async Task What_was_in_force_stays_as_it_was()
    {
        await SceneAsync();
        var policy = await CallsAsync((await ListAsync(null)).Edition.Id);
        await StartAsync(await DraftAsync(), Today);

        var changed = await ServeAsync<PolicyService, Outcome>(service => service.ChangeAsync(policy.Id, new PolicySpec { Terms = Terms(9) }, policy.Version, Manager, default));
        var held = await ServeAsync<EditionService, Outcome>(async service => await service.HoldBackAsync(policy.EditionId!.Value, 10, 1, await VersionAsync(policy.EditionId.Value), Manager, default));

        changed.Refusal!.ShouldStartWith("Version 1 is no longer in force");
        held.Refusal!.ShouldContain("no longer in force");
    }

    [Fact]
    public async Task An_older_draft_does_not_start_behind_a_newer_one_of_the_same_day()
    {
        await SceneAsync();
        var (older, newer) = (await DraftAsync(), await DraftAsync());
        await StartAsync(newer, Today);

        var today = await ServeAsync<EditionService, Outcome>(async service => await service.StartAsync(older, Today, await VersionAsync(older), Manager, default));
        await StartAsync(older, Today.AddDays(3));
        var another = await DraftAsync();
        var same = await ServeAsync<EditionService, Outcome>(async service => await service.StartAsync(another, Today.AddDays(3), await VersionAsync(another), Manager, default));

        (today.Field, same.Field).ShouldBe(("StartsOn", "StartsOn"));
        (await ListAsync(null)).Edition.Id.ShouldBe(newer);
        (await ListAsync(null)).Editions.Planned.Select(edition => edition.Id).ShouldBe([older]);
    }

    [Fact]
    public async Task A_planned_version_is_called_off_and_one_that_started_is_not()
    {
        await SceneAsync();
        var draft = await DraftAsync();
        await StartAsync(draft, Today.AddDays(1));
        (await ServeAsync<EditionService, Outcome>(async service => await service.CallOffAsync(draft, await VersionAsync(draft), Manager, default))).IsDone.ShouldBeTrue();
        (await ListAsync(draft)).State.ShouldBe(EditionState.Draft);

        await StartAsync(draft, Today);
        await Should.ThrowAsync<IllegalMoveException>(ServeAsync<EditionService, Outcome>(async service => await service.CallOffAsync(draft, await VersionAsync(draft), Manager, default)));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_bring_back_what_was_replaced()
    {
        var scene = await SceneAsync();
        await StartStricterAsync(new DateOnly(2026, 12, 1));
        database.Clock.MoveTo(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc));
        await database.Do<EditionStarts>(starts => starts.RunAsync(default));

        database.Clock.MoveTo(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc));

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day)).Refusal!.Rule.ShouldBe("Limit of 0 sales call uses per customer in 90 days");
        (await ListAsync(null)).ShouldSatisfyAllConditions(list => list.Edition.Number.ShouldBe(2), list => list.State.ShouldBe(EditionState.InForce), list => list.Editions.Planned.ShouldBeEmpty());
    }

    [Fact]
    public async Task Nor_does_it_after_the_first_ask_that_was_held_to_them()
    {
        var scene = await SceneAsync();
        await StartStricterAsync(new DateOnly(2026, 12, 1));
        database.Clock.MoveTo(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc));
        (await scene.ReserveAsync(ActivityKeys.Event, Day.AddDays(40))).Allowed.ShouldBeTrue();

        database.Clock.MoveTo(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc));

        (await scene.ReserveAsync(ActivityKeys.SalesCall, Day, contact: 1)).Refusal!.Rule.ShouldBe("Limit of 0 sales call uses per customer in 90 days");
        var inForce = (await ListAsync(null)).Edition;
        await Should.ThrowAsync<IllegalMoveException>(ServeAsync<EditionService, Outcome>(service => service.CallOffAsync(inForce.Id, inForce.Version, Manager, default)));
        var another = await DraftAsync();
        (await ServeAsync<EditionService, Outcome>(async service => await service.StartAsync(another, new DateOnly(2026, 11, 25), await VersionAsync(another), Manager, default)))
            .Refusal.ShouldBe("Version 2 is in force since 1 Dec 2026: choose that day or a later one.");
    }

    [Fact]
    public async Task A_segment_is_made_of_terms_that_there_are()
    {
        await SceneAsync();
        var known = await SegmentAsync();
        var language = await database.Read(db => db.Terms.Where(term => term.Kind == TermKind.Language).Select(term => term.Id).FirstAsync());

        foreach (var wrong in new[] { database.NextId(), language })
        {
            var spec = new PolicySpec { Scope = PolicyScope.Segment, SegmentIds = [known[0], wrong], Terms = Terms(1) };
            var answer = await ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync(spec, null, Manager, default));
            answer.Field.ShouldBe(nameof(PolicySpec.SegmentIds));
            var calls = await CallsAsync((await ListAsync(null)).Edition.Id);
            (await ServeAsync<PolicyService, Outcome>(service => service.ChangeAsync(calls.Id, spec, calls.Version, Manager, default))).Field.ShouldBe(nameof(PolicySpec.SegmentIds));
        }
    }

    [Fact]
    public async Task A_version_holds_so_many_policies_and_so_does_a_customer()
    {
        var scene = await SceneAsync();
        var draft = await DraftAsync();
        var present = await database.Read(db => db.UsagePolicies.CountAsync(policy => policy.EditionId == draft));
        await database.Add([.. Enumerable.Range(0, PolicyService.MostInEdition - present - 1).Select(_ => Some.Policy(PolicyPer.Customer, PolicyMeasure.Uses, 9, LimitWindow.Rolling(9)).InEdition(draft))]);
        await database.Add([.. Enumerable.Range(0, PolicyService.MostForOne).Select(_ => Some.Policy(PolicyPer.Customer, PolicyMeasure.Uses, 9, LimitWindow.Rolling(9)).ForCustomer(scene.CustomerId, PolicySetter.Program))]);
        var spec = new PolicySpec { Terms = Terms(1) };

        (await ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync([spec, spec], draft, null, Manager, default))).Refusal!.ShouldContain("200 policies at most");
        await AddAsync(draft, spec);
        (await ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync(spec, draft, Manager, default))).Refusal!.ShouldContain("200 policies at most");
        (await ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync(spec with { Scope = PolicyScope.Customer, CustomerId = scene.CustomerId }, null, Manager, default))).Refusal!.ShouldContain("50 policies at most");
    }

    [Fact]
    public async Task A_draft_goes_with_what_was_tried_with_it()
    {
        await SceneAsync();
        var (draft, kept) = (await DraftAsync(), await DraftAsync());
        await database.Add(
            new WhatIfRun(database.NextId(), draft, Today.AddDays(-90), Today, database.Clock.Now, null, "Maria Berg"),
            new WhatIfRun(database.NextId(), kept, Today.AddDays(-90), Today, database.Clock.Now, null, "Maria Berg"));

        (await ServeAsync<EditionService, Outcome>(async service => await service.DeleteAsync(draft, await VersionAsync(draft), Manager, default))).IsDone.ShouldBeTrue();

        (await database.Read(db => db.WhatIfRuns.Select(run => run.EditionId).ToListAsync())).ShouldBe([kept]);
        (await database.Read(db => db.UsagePolicies.AnyAsync(policy => policy.EditionId == draft))).ShouldBeFalse();
        await Should.ThrowAsync<MissingException>(ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync(new PolicySpec { Terms = Terms(1) }, draft, Manager, default)));
    }

    [Fact]
    public async Task What_differs_is_said_in_words()
    {
        await SceneAsync();
        var draft = await DraftOfTwoCallsAsync();
        await AddAsync(draft, new PolicySpec { Scope = PolicyScope.Tier, Tier = Tier.Lighthouse, Terms = Terms(1) });
        var policies = await database.Read(db => db.UsagePolicies.Where(policy => policy.EditionId == draft).ToListAsync());
        var (quarterEnd, rest) = (policies.Single(policy => policy.Closes == BlackoutRule.QuarterEnd), policies.Single(policy => policy.WindowKind == WindowKind.Rest));
        await ServeAsync<PolicyService, Outcome>(service => service.SwitchAsync(quarterEnd.Id, true, quarterEnd.Version, Manager, default));
        await ServeAsync<PolicyService, Outcome>(service => service.RemoveAsync(rest.Id, rest.Version, Manager, default));

        (await DifferencesAsync(draft)).ShouldBe(
        [
            new PolicyDifference(
                PolicyChange.Changed, "Limit of 1 sales call, analyst or press use per customer in 90 days, for every customer", "Limit of 2 sales call, analyst or press uses per customer in 90 days, for every customer"),
            new PolicyDifference(PolicyChange.SwitchedOn, "Blackout in the last 14 days of a quarter, for every customer, switched off", "Blackout in the last 14 days of a quarter, for every customer"),
            new PolicyDifference(PolicyChange.Added, null, "Limit of 1 use per customer in 90 days, for customers of the Lighthouse tier"),
            new PolicyDifference(PolicyChange.Removed, "Rest of 30 days between uses of a contact, for every contact", null),
        ]);
    }

    private static PolicyTerms Terms(int amount) => new(PolicyMeasure.Uses, amount, LimitWindow.Rolling(90));

    private async Task<UsageScene> SceneAsync(string zone = "Europe/Berlin")
    {
        await database.Change(async db => (await db.Organisations.SingleAsync()).Edit("Acme", zone, "EUR", fiscalYearStart: 1));
        var scene = await UsageScene.MakeAsync(database);
        return scene;
    }

    private async Task<Guid> DraftAsync(Guid? like = null) => (await ServeAsync<EditionService, Outcome<Guid>>(service => service.DraftAsync("Tried", like, Manager, default))).Value;

    private async Task<Guid> DraftOfTwoCallsAsync()
    {
        var draft = await DraftAsync();
        var calls = await CallsAsync(draft);
        (await ServeAsync<PolicyService, Outcome>(service => service.ChangeAsync(calls.Id, new PolicySpec { ActivityKeys = calls.ActivityKeys, Terms = Terms(2) }, calls.Version, Manager, default))).IsDone.ShouldBeTrue();
        return draft;
    }

    private async Task AddAsync(Guid draft, PolicySpec spec) => (await ServeAsync<PolicyService, Outcome<Guid>>(service => service.AddAsync(spec, draft, Manager, default))).Refusal.ShouldBeNull();

    private async Task StartAsync(Guid draft, DateOnly on) =>
        (await ServeAsync<EditionService, Outcome>(async service => await service.StartAsync(draft, on, await VersionAsync(draft), Manager, default))).Refusal.ShouldBeNull();

    private async Task StartStricterAsync(DateOnly on)
    {
        var draft = await DraftAsync();
        await AddAsync(draft, new PolicySpec { ActivityKeys = [ActivityKeys.SalesCall], Terms = Terms(0) });
        await StartAsync(draft, on);
    }

    private Task<List<Guid>> SegmentAsync() => database.Read(async db => new List<Guid>
    {
        await db.Terms.Where(term => term.Kind == TermKind.Industry).OrderBy(term => term.Id).Select(term => term.Id).FirstAsync(),
        await db.Terms.Where(term => term.Kind == TermKind.Region).OrderBy(term => term.Id).Select(term => term.Id).FirstAsync(),
    });

    private Task<int> VersionAsync(Guid edition) => database.Read(db => db.PolicyEditions.Where(row => row.Id == edition).Select(row => row.Version).SingleAsync());

    private async Task<UsagePolicy> CallsAsync(Guid edition) =>
        (await database.Read(db => db.UsagePolicies.AsNoTracking().Where(policy => policy.EditionId == edition).ToListAsync())).Single(policy => policy.ActivityKeys.Contains(ActivityKeys.SalesCall));

    private Task<PolicyList> ListAsync(Guid? edition) => ServeAsync<PolicyQueries, PolicyList>(queries => queries.ListAsync(edition, Manager, default));

    private Task<IReadOnlyList<PolicyDifference>> DifferencesAsync(Guid edition) =>
        ServeAsync<PolicyQueries, IReadOnlyList<PolicyDifference>>(async queries => await queries.DifferencesAsync(await queries.ListAsync(edition, Manager, default), default));

    private async Task<List<string>> SaidAsync(Guid edition) =>
        [.. (await database.Read(db => db.UsagePolicies.Where(policy => policy.EditionId == edition).ToListAsync()))
            .Select(policy => $"{policy.Scope} {policy.Tier} {string.Join('+', policy.SegmentIds)} {policy.Per} {string.Join('+', policy.ActivityKeys)} {policy.Terms} {policy.SetBy} {policy.Enabled}").Order(StringComparer.Ordinal)];

    private Task<TAnswer> ServeAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> question)
        where TService : notnull => database.Ask(question);
}
