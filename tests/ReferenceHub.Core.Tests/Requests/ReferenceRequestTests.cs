using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>What a request and its candidates do to each other.</summary>
public sealed class ReferenceRequestTests
{
    private readonly RequestMaker program = new();

    [Fact]
    public void The_first_yes_stops_the_clock()
    {
        var request = program.Triaged(wanted: 2);
        program.Clock.Advance(TimeSpan.FromHours(3));
        program.Accepted(request);
        program.Clock.Advance(TimeSpan.FromHours(1));
        program.Accepted(request);
        request.TurnaroundMinutes.ShouldBe(180);
        request.State.ShouldBe(RequestState.Confirmed);
    }

    [Fact]
    public void A_yes_that_falls_away_sends_a_confirmed_request_back_to_sourcing()
    {
        var request = program.Triaged();
        var candidate = program.Accepted(request);
        request.State.ShouldBe(RequestState.Confirmed);
        request.Withdraw(program.At(), candidate.Id, "Asked twice");
        request.State.ShouldBe(RequestState.Sourcing);
        request.Ball.ShouldBe(Party.Program);
    }

    [Fact]
    public void A_no_show_of_the_only_yes_sends_it_back_to_sourcing()
    {
        var request = program.Triaged();
        var candidate = program.Scheduled(request, TimeSpan.FromHours(1));
        program.Clock.Advance(TimeSpan.FromHours(2));
        request.NoteNoShow(program.At(), candidate.Id, null);
        request.State.ShouldBe(RequestState.Sourcing);
    }

    [Fact]
    public void It_is_completed_when_all_yeses_are_over_and_one_was_held()
    {
        var request = program.Triaged(wanted: 2);
        var first = program.Scheduled(request, TimeSpan.FromHours(1));
        var second = program.Scheduled(request, TimeSpan.FromHours(1));
        program.Clock.Advance(TimeSpan.FromHours(2));
        request.CompleteCandidate(program.At(), first.Id, 30, null);
        request.State.ShouldBe(RequestState.Confirmed);
        request.NoteNoShow(program.At(), second.Id, null);
        request.State.ShouldBe(RequestState.Completed);
        request.Ball.ShouldBeNull();
    }

    [Fact]
    public void What_is_still_asked_when_it_completes_is_withdrawn()
    {
        var request = program.Triaged();
        var held = program.Scheduled(request, TimeSpan.FromHours(1));
        var waiting = program.Asked(request);
        program.Clock.Advance(TimeSpan.FromHours(2));
        request.CompleteCandidate(program.At(), held.Id, 30, null);
        request.State.ShouldBe(RequestState.Completed);
        waiting.State.ShouldBe(CandidateState.Withdrawn);
    }

    [Fact]
    public void A_requester_may_settle_for_fewer()
    {
        var request = program.Triaged(wanted: 3);
        program.Accepted(request);
        request.SettleForFewer(program.At(program.Rep));
        request.ShouldSatisfyAllConditions(each => each.State.ShouldBe(RequestState.Confirmed), each => each.Wanted.ShouldBe(1));
    }

    [Fact]
    public void Nobody_settles_for_nothing() =>
        Should.Throw<IllegalMoveException>(() => program.Triaged(wanted: 2).SettleForFewer(program.At(program.Rep)));

    [Fact]
    public void A_hold_from_any_open_state_goes_back_to_the_same()
    {
        ReferenceRequest[] all = [program.Submitted(), program.Triaged(), Sourcing(), Confirmed()];
        foreach (var request in all)
        {
            var before = request.State;
            request.Hold(program.At(), "Which region?");
            request.Ball.ShouldBe(Party.Requester);
            request.Resume(program.At(program.Rep), "DACH");
            request.State.ShouldBe(before);
        }
    }

    [Fact]
    public void A_hold_does_not_use_up_the_promise()
    {
        var request = program.Triaged();
        var due = request.DueAt!.Value;
        request.Hold(program.At(), "Which region?");
        program.Clock.Advance(TimeSpan.FromHours(3));
        request.Resume(program.At(program.Rep), "DACH");
        request.DueAt.ShouldBe(program.Time.AddMinutes(due, 180));
        program.Accepted(request);
        request.TurnaroundMinutes.ShouldBe(0);
    }

    [Fact]
    public void Taking_a_held_request_counts_as_triage()
    {
        var request = program.Submitted();
        request.Hold(program.At(), "Which region?");
        request.Assign(program.At(), program.Manager.UserId, program.Manager.Name);
        request.Resume(program.At(program.Rep), "DACH");
        request.State.ShouldBe(RequestState.Triaged);
    }

    [Fact]
    public void The_days_between_end_and_reopening_count_for_nobody()
    {
        var request = program.Triaged();
        program.Clock.Advance(TimeSpan.FromHours(1));
        request.GiveUp(program.At(), "Nobody fits");
        program.Clock.Advance(TimeSpan.FromDays(7));
        request.Reopen(program.At(), "A new customer does");
        program.Clock.Advance(TimeSpan.FromHours(1));
        program.Accepted(request);
        request.TurnaroundMinutes.ShouldBe(120);
        request.FirstAcceptedAt!.Value.ShouldBeLessThan(request.OriginalDueAt!.Value);
    }

    [Fact]
    public void A_completed_request_that_was_reopened_looks_for_one_more_and_no_answer_ends_it()
    {
        var request = program.Triaged();
        var held = program.Scheduled(request, TimeSpan.FromHours(1));
        program.Clock.Advance(TimeSpan.FromHours(2));
        request.CompleteCandidate(program.At(), held.Id, 30, null);
        program.Clock.Advance(TimeSpan.FromHours(1));
        request.Reopen(program.At(), "They want to speak to a second bank");

        var (no, open) = (program.Asked(request), program.Asked(request));
        request.Decline(program.At(), no.Id, Party.Owner, null);

        request.ShouldSatisfyAllConditions(each => each.State.ShouldBe(RequestState.Sourcing), each => each.Wanted.ShouldBe(2), _ => open.State.ShouldBe(CandidateState.OwnerAsked));
        request.Accept(program.At(), open.Id, open.UseId!.Value);
        request.State.ShouldBe(RequestState.Confirmed);
    }

    [Fact]
    public void It_is_reopened_within_30_days_only()
    {
        var request = program.Triaged();
        request.GiveUp(program.At(), "Nobody fits");
        program.Clock.Advance(TimeSpan.FromDays(ReferenceRequest.ReopenDays + 1));
        Should.Throw<IllegalMoveException>(() => request.Reopen(program.At(), "Again"));
    }

    [Fact]
    public void The_kind_of_activity_is_fixed_once_sent() =>
        Should.Throw<IllegalMoveException>(() => program.Triaged().Correct(program.At(), program.Need("press")));

    [Fact]
    public void A_correction_leaves_no_request_without_what_it_needs() =>
        Should.Throw<IllegalMoveException>(() => program.Triaged().Correct(program.At(), program.Need() with { NeededBy = null }));

    [Fact]
    public void The_ball_is_with_the_party_of_the_furthest_advanced_candidate()
    {
        var request = program.Triaged(wanted: 2);
        program.Asked(request);
        request.Ball.ShouldBe(Party.Owner);
        program.Asked(request, Party.Customer);
        request.Ball.ShouldBe(Party.Customer);
    }

    private ReferenceRequest Sourcing()
    {
        var request = program.Triaged();
        program.Asked(request);
        return request;
    }

    private ReferenceRequest Confirmed()
    {
        var request = program.Triaged();
        program.Accepted(request);
        return request;
    }
}
