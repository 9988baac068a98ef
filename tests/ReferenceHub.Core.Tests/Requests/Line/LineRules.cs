using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Line;

/// <summary>The line of candidates: who is asked one after another, and what a yes does to the others.</summary>
public sealed class LineRules
{
    private readonly RequestMaker program = new();

    [Fact]
    public void Whoever_is_proposed_stands_at_the_end_of_the_line()
    {
        var request = program.Triaged();
        var (first, second) = (program.Proposed(request), program.Proposed(request));
        request.Line.ShouldBe([first, second]);
    }

    [Fact]
    public void Whoever_is_asked_or_taken_back_has_left_it()
    {
        var request = program.Triaged();
        program.Asked(request);
        request.Withdraw(program.At(), program.Proposed(request).Id, null);
        request.Line.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "CAB")]
    [InlineData(2, "ACB")]
    [InlineData(3, "ABC")]
    [InlineData(9, "ABC")]
    [InlineData(-4, "CAB")]
    public void The_third_takes_another_place_and_the_others_keep_their_order(int place, string order)
    {
        var request = program.Triaged();
        var line = new Dictionary<Guid, char> { [program.Proposed(request).Id] = 'A', [program.Proposed(request).Id] = 'B' };
        var third = program.Proposed(request);
        line[third.Id] = 'C';

        request.PlaceInLine(third.Id, place);

        string.Concat(request.Line.Select(candidate => line[candidate.Id])).ShouldBe(order);
        request.Line.Select(candidate => candidate.LinePlace).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Who_was_taken_out_is_not_the_next_and_may_come_back()
    {
        var request = program.Triaged();
        var (first, second) = (program.Proposed(request), program.Proposed(request));
        request.LeaveLine(first.Id);
        request.Line.ShouldBe([second]);
        first.State.ShouldBe(CandidateState.Proposed);
        request.PlaceInLine(first.Id, 1);
        request.Line.ShouldBe([first, second]);
    }

    [Fact]
    public void Only_who_was_not_asked_yet_stands_in_line() =>
        Should.Throw<IllegalMoveException>(() => { var request = program.Triaged(); request.PlaceInLine(program.Asked(request).Id, 1); });

    [Fact]
    public void The_next_is_whoever_is_first_once_nobody_is_asked_any_more()
    {
        var request = program.Triaged();
        var asked = program.Asked(request);
        var next = program.Proposed(request);
        request.NextInLine().ShouldBeNull();
        request.Decline(program.At(), asked.Id, Party.Owner, "Renewal talks");
        request.NextInLine().ShouldBe(next);
    }

    [Fact]
    public void Nobody_is_next_before_the_first_ask()
    {
        var request = program.Triaged();
        program.Proposed(request);
        request.NextInLine().ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_next_where_several_are_asked_at_once()
    {
        var request = program.Triaged();
        var asked = program.Asked(request);
        program.Proposed(request);
        request.AskBy(program.At(), AskMode.Several);
        request.Decline(program.At(), asked.Id, Party.Owner, "Renewal talks");
        request.NextInLine().ShouldBeNull();
    }

    [Fact]
    public void Once_enough_have_accepted_open_asks_are_withdrawn_and_the_line_stays()
    {
        var request = program.Triaged();
        var open = program.Asked(request);
        var inLine = program.Proposed(request);
        program.Accepted(request);

        open.State.ShouldBe(CandidateState.Withdrawn);
        inLine.State.ShouldBe(CandidateState.Proposed);
        request.State.ShouldBe(RequestState.Confirmed);
        request.Events[^1].ShouldSatisfyAllConditions(
            line => line.Kind.ShouldBe(RequestEventKind.Withdrawn),
            line => line.CandidateId.ShouldBe(open.Id),
            line => line.State.ShouldBe(RequestState.Confirmed));
        request.Ball.ShouldBe(Party.Program);
    }

    [Fact]
    public void As_long_as_references_are_missing_open_asks_stay_open()
    {
        var request = program.Triaged(wanted: 2);
        var open = program.Asked(request);
        program.Accepted(request);
        open.State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public void Settling_for_fewer_lets_the_others_go()
    {
        var request = program.Triaged(wanted: 2);
        var open = program.Asked(request);
        program.Accepted(request);
        request.SettleForFewer(program.At(program.Rep));
        open.State.ShouldBe(CandidateState.Withdrawn);
        request.State.ShouldBe(RequestState.Confirmed);
    }

    [Fact]
    public void How_candidates_are_asked_is_on_the_timeline_once()
    {
        var request = program.Triaged();
        request.AskBy(program.At(), AskMode.Several);
        request.AskBy(program.At(), AskMode.Several);
        request.Events.Where(line => line.Kind == RequestEventKind.AskModeChanged).ShouldHaveSingleItem().Note.ShouldBe("several at once");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(DeclineKind.NoTime, true)]
    [InlineData(DeclineKind.TooOften, true)]
    [InlineData(DeclineKind.Other, true)]
    [InlineData(DeclineKind.DoesNotFit, false)]
    [InlineData(DeclineKind.Policy, false)]
    [InlineData(DeclineKind.Competitor, false)]
    [InlineData(DeclineKind.Relationship, false)]
    [InlineData(DeclineKind.WrongPerson, false)]
    public void Some_kinds_of_no_say_that_a_customer_is_tired(DeclineKind? kind, bool tires) => kind.Tires().ShouldBe(tires);
}
