using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Demo;

/// <summary>Every page about asking has something to show in the demo program.</summary>
public sealed class DemoAskingTests(DemoScene scene) : IClassFixture<DemoScene>
{
    [Fact]
    public async Task Times_were_offered_and_one_of_them_chosen()
    {
        var scheduled = await scene.Database.Read(db => db.Candidates.AsNoTracking().Include(candidate => candidate.Slots).Where(candidate => candidate.Slots.Count > 0).ToListAsync());
        scheduled.ShouldContain(candidate => candidate.OpenTimes().Count > 1);
        scheduled.Count(candidate => candidate.Slots.Any(slot => slot.State == SlotState.Chosen)).ShouldBeGreaterThan(5);
        scheduled.SelectMany(candidate => candidate.Slots.Where(slot => slot.State == SlotState.Chosen).Select(slot => (slot.StartsAt, candidate.ScheduledFor)))
            .ShouldAllBe(pair => pair.StartsAt == pair.ScheduledFor);
        scheduled.SelectMany(candidate => candidate.Slots).Select(slot => slot.OfferedBy).Distinct().ShouldBe([Party.Requester, Party.Customer], ignoreOrder: true);
    }

    [Fact]
    public async Task Both_sides_said_how_it_was_and_each_grade_counts_once()
    {
        var answers = await scene.Database.Read(db => db.SurveyAnswers.AsNoTracking().ToListAsync());
        answers.Select(answer => answer.Side).Distinct().ShouldBe([Party.Requester, Party.Customer], ignoreOrder: true);
        answers.Select(answer => answer.Actual).Distinct().Count().ShouldBeGreaterThan(2);
        var signals = await scene.Database.Read(db => db.UsageSignals.AsNoTracking().Where(signal => signal.Kind == SignalKind.Rated).Select(signal => signal.At).ToListAsync());
        answers.GroupBy(answer => answer.At).ShouldAllBe(said => signals.Count(at => at == said.Key) >= said.Count());
        (await scene.Database.Read(db => db.RequestEvents.CountAsync(line => line.Kind == RequestEventKind.Thanked))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Somebody_is_away_today_and_owner_stands_in()
    {
        var today = new DateOnly(2026, 11, 23);
        var owner = await scene.Database.Read(db => db.Users.SingleAsync(user => user.Email == "owner@referencehub.example"));
        (await scene.Database.Read(db => db.Absences.AsNoTracking().ToListAsync())).ShouldContain(absence => absence.Covers(today) && absence.StandInId == owner.Id);
    }

    [Fact]
    public async Task A_request_is_followed_mentions_a_colleague_and_holds_a_file()
    {
        (await scene.Database.Read(db => db.RequestWatchers.CountAsync())).ShouldBeGreaterThan(1);
        (await scene.Database.Read(db => db.RequestFiles.CountAsync(file => file.EventId != null))).ShouldBeGreaterThan(0);
        var mentions = await scene.Database.Read(db => db.Notifications.Where(notice => notice.Kind == MessageKinds.Mention).ToListAsync());
        var seeing = await scene.Database.Read(db => db.RequestWatchers.Select(watcher => watcher.UserId).ToListAsync());
        mentions.ShouldNotBeEmpty();
        mentions.ShouldAllBe(notice => seeing.Contains(notice.UserId));
    }

    [Fact]
    public async Task Two_that_asked_for_the_same_are_one_and_the_other_follows()
    {
        var pair = await scene.Database.Read(db => db.Requests.AsNoTracking().Where(request => request.MergedIntoId != null).Join(
            db.Requests, request => request.MergedIntoId, survivor => survivor.Id, (request, survivor) => new { request.RequesterId, request.State, request.OpportunityId, Survivor = survivor }).ToListAsync());
        pair.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.State.ShouldBe(RequestState.Cancelled), one => one.Survivor.State.IsOpen().ShouldBeTrue(), one => one.Survivor.OpportunityId.ShouldBe(one.OpportunityId));
        (await scene.Database.Read(db => db.RequestWatchers.AnyAsync(watcher => watcher.RequestId == pair[0].Survivor.Id && watcher.UserId == pair[0].RequesterId))).ShouldBeTrue();
    }

    [Fact]
    public async Task Some_stand_in_line_each_at_a_place_of_its_own()
    {
        var lines = (await scene.Database.Read(db => db.Candidates.AsNoTracking().Where(candidate => candidate.State == CandidateState.Proposed).ToListAsync())).GroupBy(candidate => candidate.RequestId).ToList();
        lines.ShouldContain(line => line.Count() > 1);
        lines.ShouldAllBe(line => line.All(candidate => candidate.LinePlace != null) && line.Select(candidate => candidate.LinePlace).Distinct().Count() == line.Count());
    }

    [Fact]
    public async Task Whoever_said_no_said_why_by_kind_and_one_did_not_fit()
    {
        var kinds = await scene.Database.Read(db => db.Candidates.Where(candidate => candidate.State == CandidateState.Declined).Select(candidate => candidate.DeclineKind).ToListAsync());
        kinds.ShouldAllBe(kind => kind != null);
        kinds.ShouldContain(DeclineKind.DoesNotFit);
    }

    [Fact]
    public async Task A_list_of_requirements_and_a_request_written_for_somebody_are_there()
    {
        (await scene.Database.Read(db => db.Requests.CountAsync(request => request.Requirements != null))).ShouldBeGreaterThan(0);
        (await scene.Database.Read(db => db.Requests.CountAsync(request => request.EnteredById != null))).ShouldBe(1);
        (await scene.Database.Read(db => db.Requests.CountAsync(request => request.AskMode == AskMode.Several))).ShouldBe(1);
    }
}
