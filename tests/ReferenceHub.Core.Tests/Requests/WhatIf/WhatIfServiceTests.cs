using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Requests.WhatIf;

/// <summary>Replays of what real ledgers hold, and how they come to an end.</summary>
public sealed class WhatIfServiceTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_policies_in_force_let_the_past_go_as_it_went_with_moves_answers_and_overrides()
    {
        await LivedAsync();
        var run = await ReplayedAsync(await DraftAsync());
        run.State.ShouldBe(WhatIfState.Done);
        foreach (var figures in new[] { run.Today, run.Draft })
        {
            figures.ShouldSatisfyAllConditions(it => it.Asks.ShouldBe(4), it => it.Allowed.ShouldBe(4), it => it.Overridden.ShouldBe(1), it => it.Kept.ShouldBe(0), it => it.Uses.ShouldBe(3));
        }

        run.Draft.Different.ShouldBe(0);
    }

    [Fact]
    public async Task A_stricter_draft_says_which_asks_would_have_gone_otherwise_and_by_which_rule()
    {
        await LivedAsync();
        var run = await ReplayedAsync(await DraftAsync(forbid: ActivityKeys.Event));
        run.Today.Refused.ShouldBe(0);
        run.Draft.Refused.ShouldBe(1);
        run.Draft.Changed[0].ShouldSatisfyAllConditions(
            ask => ask.ActivityKey.ShouldBe(ActivityKeys.Event), ask => ask.Today.Fate.ShouldBe(ReplayFate.Allowed), ask => ask.Draft.Fate.ShouldBe(ReplayFate.Refused), ask => ask.Draft.Rule.ShouldContain("event"));
    }

    [Fact]
    public async Task Only_what_was_asked_in_the_period_is_an_ask_and_what_was_asked_after_it_is_not_there()
    {
        await LivedAsync();
        var draft = await DraftAsync();
        database.Clock.Advance(TimeSpan.FromDays(300));
        (await ReplayedAsync(draft, Today.AddDays(3), Today.AddDays(3))).Today.ShouldSatisfyAllConditions(it => it.Asks.ShouldBe(1), it => it.Refused.ShouldBe(0));
        (await ReplayedAsync(draft, Today.AddDays(20), Today.AddDays(40))).Today.Asks.ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_that_was_changed_since_says_so_until_it_reads_as_before()
    {
        var draft = await DraftAsync();
        database.Clock.Advance(TimeSpan.FromDays(1));
        var run = await ReplayedAsync(draft);
        (await SheetAsync(run.Id)).ShouldSatisfyAllConditions(it => it.DraftChanged.ShouldBeFalse(), it => it.InForceChanged.ShouldBeFalse());

        await HoldBackAsync(draft, 20);
        (await SheetAsync(run.Id)).DraftChanged.ShouldBeTrue();
        await HoldBackAsync(draft, 0);
        (await SheetAsync(run.Id)).DraftChanged.ShouldBeFalse();

        await database.Change(async db => (await db.UsagePolicies.FirstAsync(policy => policy.EditionId != draft && policy.Enabled)).Switch(enabled: false));
        (await SheetAsync(run.Id)).InForceChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_replayed_is_refused_where_it_was_typed()
    {
        var draft = await DraftAsync();
        (await BeginAsync(draft, Today, Today)).Field.ShouldBe("From");
        (await BeginAsync(draft, Today.AddDays(-5), Today.AddDays(-6))).Field.ShouldBe("To");
        (await BeginAsync(draft, Today.AddDays(-5), Today.AddDays(1))).Field.ShouldBe("To");
        (await BeginAsync(draft, Today.AddDays(-WhatIfService.MostDays), Today)).Field.ShouldBe("To");
        (await BeginAsync(await InForceAsync(), Today.AddDays(-5), Today)).Refusal!.ShouldContain("nothing to compare");
        await Should.ThrowAsync<MissingException>(BeginAsync(database.NextId(), Today.AddDays(-5), Today));
        await Should.ThrowAsync<ForbiddenException>(BeginAsync(draft, Today.AddDays(-5), Today, Given.Viewer(Roles.Marketing)));
    }

    [Fact]
    public async Task One_person_runs_three_at_a_time_and_others_are_not_kept_waiting()
    {
        var draft = await DraftAsync();
        for (var each = 0; each < WhatIfService.MostRunning; each++)
        {
            (await BeginAsync(draft, Today.AddDays(-5), Today)).IsDone.ShouldBeTrue();
        }

        (await BeginAsync(draft, Today.AddDays(-5), Today)).Refusal!.ShouldContain("Wait until one has ended");
        (await BeginAsync(draft, Today.AddDays(-5), Today, Given.Viewer())).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_replay_whose_node_gives_no_sign_of_life_is_taken_up_once_and_one_that_gives_some_is_left_alone()
    {
        var draft = await DraftAsync();
        var silent = (await BeginAsync(draft, Today.AddDays(-5), Today)).Value;
        var alive = (await BeginAsync(draft, Today.AddDays(-5), Today)).Value;
        database.Clock.Advance(WhatIfRun.Patience - TimeSpan.FromSeconds(1));
        (await TakeLostAsync()).ShouldBeEmpty("both may still run");

        await BeatAsync(alive, 40);
        database.Clock.Advance(TimeSpan.FromSeconds(1));

        (await TakeLostAsync()).ShouldBe([silent]);
        (await TakeLostAsync()).ShouldBeEmpty("somebody has it again");
        (await RunAsync(silent)).ShouldSatisfyAllConditions(it => it.State.ShouldBe(WhatIfState.Running), it => it.Takes.ShouldBe(2));
        (await RunAsync(alive)).ShouldSatisfyAllConditions(it => it.Percent.ShouldBe(40), it => it.Takes.ShouldBe(1));
    }

    [Fact]
    public async Task A_replay_that_outlives_one_node_after_the_other_is_given_up_and_keeps_nobody_else_waiting()
    {
        var draft = await DraftAsync();
        var hopeless = (await BeginAsync(draft, Today.AddDays(-5), Today)).Value;
        for (var take = 1; take < WhatIfRun.MostTakes; take++)
        {
            database.Clock.Advance(WhatIfRun.Patience);
            (await TakeLostAsync()).ShouldBe([hopeless]);
        }

        var next = (await BeginAsync(draft, Today.AddDays(-5), Today)).Value;
        database.Clock.Advance(WhatIfRun.Patience);

        (await TakeLostAsync()).ShouldBe([next]);
        (await RunAsync(hopeless)).ShouldSatisfyAllConditions(it => it.State.ShouldBe(WhatIfState.Failed), it => it.EndedAt.ShouldBe(database.Clock.Now));
    }

    [Fact]
    public async Task What_has_ended_stays_as_it_is()
    {
        var run = (await ReplayedAsync(await DraftAsync(), Today.AddDays(-5), Today)).Id;
        var before = await RunAsync(run);
        database.Clock.Advance(WhatIfRun.Patience);

        await BeatAsync(run, 10);
        (await TakeLostAsync()).ShouldBeEmpty();
        await database.Do<WhatIfService>(service => service.RunAsync(run, null, default));

        (await RunAsync(run)).ShouldSatisfyAllConditions(it => it.State.ShouldBe(WhatIfState.Done), it => it.EndedAt.ShouldBe(before.EndedAt), it => it.BeatAt.ShouldBe(before.BeatAt));
    }

    [Fact]
    public async Task What_no_limit_can_see_from_the_asks_of_a_period_is_not_read()
    {
        var scene = await UsageScene.MakeAsync(database);
        var moved = (await scene.ReserveAsync(ActivityKeys.SalesCall, Today.AddDays(5))).UseId;
        var old = (await scene.ReserveAsync(ActivityKeys.Event, Today.AddDays(6), contact: 1)).UseId;
        database.Clock.Advance(TimeSpan.FromDays(400));
        var day = Today.AddDays(400);
        (await scene.AskAsync((service, ct) => service.MoveAsync(moved, new MoveUse(day.AddDays(20), scene.Contacts[0], Agreed: true), Manager, ct))).Allowed.ShouldBeTrue();
        var asked = (await scene.ReserveAsync(ActivityKeys.Event, day.AddDays(30), contact: 1)).UseId;
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await scene.ReserveAsync(ActivityKeys.Quote, day.AddDays(70), contact: 1)).Allowed.ShouldBeTrue();

        var history = await ReadAsync(reach: 180);
        history.Uses.Select(past => (past.First.UseId, past.IsAsk, past.Steps.Count)).ShouldBe([(moved, false, 2), (asked, true, 1)], ignoreOrder: true);
        (await ReadAsync(reach: 394)).Uses.Select(past => past.First.UseId).ShouldBe([moved, old, asked], ignoreOrder: true, "394 days before the period its day comes into sight");
        (await ReadAsync(reach: 393)).Uses.Count.ShouldBe(2);

        Task<ReplayHistory> ReadAsync(int reach) => database.Ask<PastAsks, ReplayHistory>(asks => asks.ReadAsync(day, day, reach, default));
    }

    [Fact]
    public async Task The_latest_replays_of_a_version_are_kept_and_go_with_it()
    {
        var draft = await DraftAsync();
        await database.Change(db =>
        {
            for (var each = 0; each < WhatIfService.MostKept + 2; each++)
            {
                var old = new WhatIfRun(Given.Id(), draft, Today.AddDays(-5), Today, database.Clock.Now.AddDays(each - 100), Manager.ActorId, Manager.Name);
                old.Fail(database.Clock.Now);
                db.Add(old);
            }

            return Task.CompletedTask;
        });
        await BeginAsync(draft, Today.AddDays(-5), Today);
        (await database.Read(db => db.WhatIfRuns.CountAsync())).ShouldBe(WhatIfService.MostKept);
        var version = (await database.Read(db => db.PolicyEditions.SingleAsync(edition => edition.Id == draft))).Version;
        (await database.Ask<EditionService, Outcome>(service => service.DeleteAsync(draft, version, Manager, default))).IsDone.ShouldBeTrue();
        (await database.Read(db => db.WhatIfRuns.CountAsync())).ShouldBe(0);
    }

    // An event that is moved, a call that is declined with another one in its place, and a press call by an override.
    private async Task LivedAsync()
    {
        var scene = await UsageScene.MakeAsync(database);
        var moved = await scene.ReserveAsync(ActivityKeys.Event, Today.AddDays(60));
        await NextDayAsync();
        (await scene.AskAsync((service, ct) => service.MoveAsync(moved.UseId, new MoveUse(Today.AddDays(20), scene.Contacts[0], Agreed: true), Manager, ct))).Allowed.ShouldBeTrue();
        await NextDayAsync();
        var declined = await scene.ReserveAsync(ActivityKeys.SalesCall, Today.AddDays(60), contact: 1);
        await scene.DoAsync((service, ct) => service.ReleaseAsync(declined.UseId, Manager, ct));
        await NextDayAsync();
        (await scene.ReserveAsync(ActivityKeys.SalesCall, Today.AddDays(60), contact: 1)).Allowed.ShouldBeTrue();
        await NextDayAsync();
        (await scene.ReserveAsync(ActivityKeys.Press, Today.AddDays(64), contact: 1, new OverrideMark("Vera Vice", "Largest deal of the year"), Manager)).Overridden.ShouldBeTrue();
        await NextDayAsync();
        database.Clock.Advance(TimeSpan.FromDays(100));

        Task NextDayAsync()
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            return Task.CompletedTask;
        }
    }

    private async Task<Guid> DraftAsync(string? forbid = null)
    {
        var draft = (await database.Ask<EditionService, Outcome<Guid>>(service => service.DraftAsync("Stricter", null, Manager, default))).Value;
        if (forbid is not null)
        {
            var spec = new PolicySpec { ActivityKeys = [forbid], Terms = new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rolling(30)) };
            (await database.Ask<PolicyService, Outcome<Guid>>(service => service.AddAsync(spec, draft, Manager, default))).IsDone.ShouldBeTrue();
        }

        return draft;
    }

    private Task<Guid> InForceAsync() => database.Read(db => db.PolicyEditions.Where(edition => edition.StartsOn != null).Select(edition => edition.Id).SingleAsync());

    private async Task HoldBackAsync(Guid draft, int percent)
    {
        var version = (await database.Read(db => db.PolicyEditions.SingleAsync(edition => edition.Id == draft))).Version;
        (await database.Ask<EditionService, Outcome>(service => service.HoldBackAsync(draft, percent, 0, version, Manager, default))).IsDone.ShouldBeTrue();
    }

    private Task<Outcome<Guid>> BeginAsync(Guid edition, DateOnly from, DateOnly to, Viewer? by = null) =>
        database.Ask<WhatIfService, Outcome<Guid>>(service => service.BeginAsync(edition, from, to, by ?? Manager, default));

    private async Task<WhatIfRun> ReplayedAsync(Guid edition, DateOnly? from = null, DateOnly? to = null)
    {
        var run = (await BeginAsync(edition, from ?? Today, to ?? DateOnly.FromDateTime(database.Clock.Now))).Value;
        await database.Do<WhatIfService>(service => service.RunAsync(run, null, default));
        return await RunAsync(run);
    }

    private Task<WhatIfRun> RunAsync(Guid id) => database.Read(db => db.WhatIfRuns.SingleAsync(run => run.Id == id));

    private Task<WhatIfSheet> SheetAsync(Guid id) => database.Ask<WhatIfQueries, WhatIfSheet>(queries => queries.OneAsync(id, Manager, default));

    private Task BeatAsync(Guid id, int percent) => database.Do<WhatIfService>(service => service.BeatAsync(id, percent, default));

    private Task<IReadOnlyList<Guid>> TakeLostAsync() => database.Ask<WhatIfService, IReadOnlyList<Guid>>(service => service.TakeLostAsync(default));
}
