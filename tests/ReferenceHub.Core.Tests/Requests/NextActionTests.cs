using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>The one thing to do next, by state and viewer.</summary>
public sealed class NextActionTests
{
    private readonly RequestMaker program = new();

    [Fact]
    public void A_draft_is_sent_by_its_writer() => Next(program.Draft(), program.Rep).ShouldBe(NextStep.Send);

    [Fact]
    public void A_new_request_is_taken_by_the_manager()
    {
        Next(program.Submitted(), program.Manager).ShouldBe(NextStep.Take);
        Next(program.Submitted(), program.Rep).ShouldBeNull();
    }

    [Fact]
    public void Without_candidates_one_is_proposed() => Next(program.Triaged(), program.Manager).ShouldBe(NextStep.Propose);

    [Fact]
    public void A_proposed_candidate_is_asked()
    {
        var request = program.Triaged();
        var candidate = program.Proposed(request);
        NextAction.Of(request, program.Manager, program.Clock.Now).ShouldBe(new NextAction(NextStep.Ask, candidate));
    }

    [Fact]
    public void While_somebody_is_asked_the_answer_of_the_furthest_is_entered()
    {
        var request = program.Triaged(wanted: 2);
        program.Asked(request);
        var furthest = program.Asked(request, Party.Customer);
        NextAction.Of(request, program.Manager, program.Clock.Now).ShouldBe(new NextAction(NextStep.EnterAnswer, furthest));
    }

    [Fact]
    public void After_a_no_the_next_one_is_proposed()
    {
        var request = program.Triaged();
        request.Decline(program.At(), program.Asked(request).Id, Party.Owner, "Renewal talks");
        Next(request, program.Manager).ShouldBe(NextStep.Propose);
    }

    [Fact]
    public void A_yes_is_scheduled_by_requester_or_manager()
    {
        var request = program.Triaged();
        program.Accepted(request);
        Next(request, program.Rep).ShouldBe(NextStep.Schedule);
        Next(request, program.Manager).ShouldBe(NextStep.Schedule);
    }

    [Fact]
    public void A_listing_needs_no_date()
    {
        var request = program.Submitted(ActivityKeys.Rfp);
        request.Assign(program.At(), program.Manager.UserId, program.Manager.Name);
        program.Accepted(request);
        Next(request, program.Rep).ShouldBe(NextStep.Complete);
    }

    [Fact]
    public void A_listing_that_lacks_references_asks_on_before_it_is_said_how_it_went()
    {
        var request = program.Submitted(ActivityKeys.Rfp, wanted: 2);
        request.Assign(program.At(), program.Manager.UserId, program.Manager.Name);
        program.Accepted(request);
        Next(request, program.Manager).ShouldBe(NextStep.Complete, "nobody is left to ask");

        var other = program.Proposed(request);
        NextAction.Of(request, program.Manager, program.Clock.Now).ShouldBe(new NextAction(NextStep.Ask, other));
        Next(request, program.Rep).ShouldBeNull();
    }

    [Fact]
    public void A_use_is_completed_once_its_time_has_come()
    {
        var request = program.Triaged();
        program.Scheduled(request, TimeSpan.FromHours(2));
        Next(request, program.Rep).ShouldBeNull();
        program.Clock.Advance(TimeSpan.FromHours(3));
        Next(request, program.Rep).ShouldBe(NextStep.Complete);
    }

    [Fact]
    public void On_hold_the_requester_answers_and_the_manager_may_go_on()
    {
        var request = program.Triaged();
        request.Hold(program.At(), "Which region?");
        Next(request, program.Rep).ShouldBe(NextStep.AnswerHold);
        Next(request, program.Manager).ShouldBe(NextStep.Resume);
    }

    [Fact]
    public void An_ended_request_asks_for_nothing()
    {
        var request = program.Triaged();
        request.GiveUp(program.At(), "Nobody fits");
        Next(request, program.Manager).ShouldBeNull();
    }

    private NextStep? Next(ReferenceRequest request, Viewer viewer) => NextAction.Of(request, viewer, program.Clock.Now)?.Step;
}
