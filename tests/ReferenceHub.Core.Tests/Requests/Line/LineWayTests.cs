using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Line;

/// <summary>Candidates one after another and several at once, through the services on a real database.</summary>
public sealed class LineWayTests : IDisposable
{
    private readonly LineProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_no_asks_the_next_in_line_by_itself_up_to_the_third()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.NoAsync(number, line[0], DeclineKind.NoTime);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
        (await program.UsesAsync(0)).ShouldBeEmpty();
        (await program.UsesAsync(1)).ShouldHaveSingleItem().State.ShouldBe(UseState.Pending);
        (await program.UsesAsync(2)).ShouldBeEmpty();

        await program.NoAsync(number, line[1]);
        var request = await program.Base.RequestAsync(number);
        request.CandidateOf(line[2]).State.ShouldBe(CandidateState.OwnerAsked);
        request.Events[^1].ShouldSatisfyAllConditions(
            last => last.Kind.ShouldBe(RequestEventKind.OwnerAsked),
            last => last.ActorId.ShouldBeNull(),
            last => last.ActorName.ShouldBe("ReferenceHub"));
    }

    [Fact]
    public async Task Who_is_closed_meanwhile_is_passed_over_with_the_reason()
    {
        var (number, line) = await program.LinedUpAsync();
        var other = await program.TakenAsync();
        await program.AskAsync(other, await program.ProposeAsync(other, 1));

        await program.NoAsync(number, line[0]);

        var request = await program.Base.RequestAsync(number);
        request.CandidateOf(line[1]).ShouldSatisfyAllConditions(
            candidate => candidate.State.ShouldBe(CandidateState.Proposed),
            candidate => candidate.LinePlace.ShouldBeNull());
        request.CandidateOf(line[2]).State.ShouldBe(CandidateState.OwnerAsked);
        var passed = request.Events.Single(each => each.Kind == RequestEventKind.PassedOver);
        passed.CandidateId.ShouldBe(line[1]);
        passed.Note!.ShouldStartWith("Limit of 1");
        passed.NoteIsSecret.ShouldBeTrue();
    }

    [Fact]
    public async Task A_yes_that_is_not_enough_asks_the_next()
    {
        var (number, line) = await program.LinedUpAsync(program.Base.Need() with { Wanted = 2 });
        await program.YesAsync(number, line[0]);
        await program.YesAsync(number, line[0]);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
        (await program.StateAsync(number, line[2])).ShouldBe(CandidateState.Proposed);
    }

    [Fact]
    public async Task A_yes_that_is_enough_leaves_the_line_in_peace_and_a_later_no_goes_on()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.YesAsync(number, line[0]);
        await program.YesAsync(number, line[0]);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.Proposed);

        await program.NoAsync(number, line[0]);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task What_the_manager_takes_back_asks_nobody_by_itself()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.Base.Do<CandidateAsks>(desk => desk.WithdrawAsync(number, line[0], null, program.Base.Manager, default));
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.Proposed);
    }

    [Fact]
    public async Task Silence_noted_by_the_manager_asks_the_next()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.Base.Do<LineOrder>(desk => desk.NoteSilenceAsync(number, line[0], program.Base.Manager, default));
        (await program.StateAsync(number, line[0])).ShouldBe(CandidateState.NoAnswer);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task Several_at_once_reserve_for_each_and_the_first_yes_gives_the_others_back()
    {
        var number = await program.TakenAsync();
        Guid[] line = [await program.ProposeAsync(number, 0), await program.ProposeAsync(number, 1), await program.ProposeAsync(number, 2)];
        var asked = await program.Base.Ask<LineOrder, Outcome<SeveralAsked>>(desk => desk.AskSeveralAsync(number, line, program.Base.Manager, default));
        asked.Value!.Count.ShouldBe(3);
        (await program.UsesAsync(2)).ShouldHaveSingleItem().State.ShouldBe(UseState.Pending);

        await program.YesAsync(number, line[1]);
        await program.YesAsync(number, line[1]);

        var request = await program.Base.RequestAsync(number);
        request.State.ShouldBe(RequestState.Confirmed);
        request.CandidateOf(line[0]).State.ShouldBe(CandidateState.Withdrawn);
        request.CandidateOf(line[2]).State.ShouldBe(CandidateState.Withdrawn);
        (await program.UsesAsync(0)).ShouldBeEmpty();
        (await program.UsesAsync(1)).ShouldHaveSingleItem().State.ShouldBe(UseState.Planned);
        (await program.UsesAsync(2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_those_who_are_closed_are_named_and_the_others_are_asked()
    {
        var other = await program.TakenAsync();
        await program.AskAsync(other, await program.ProposeAsync(other, 1));
        var number = await program.TakenAsync();
        Guid[] line = [await program.ProposeAsync(number, 0), await program.ProposeAsync(number, 1)];

        var asked = await program.Base.Ask<LineOrder, Outcome<SeveralAsked>>(desk => desk.AskSeveralAsync(number, line, program.Base.Manager, default));

        asked.Value!.Count.ShouldBe(1);
        asked.Value.Refusals.ShouldHaveSingleItem().ShouldStartWith("Bodensee Leben: Limit of 1");
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.Proposed);
    }

    [Fact]
    public async Task When_none_of_several_can_be_asked_nothing_changes()
    {
        var other = await program.TakenAsync();
        await program.AskAsync(other, await program.ProposeAsync(other, 1));
        var number = await program.TakenAsync();
        Guid[] line = [await program.ProposeAsync(number, 1)];

        var asked = await program.Base.Ask<LineOrder, Outcome<SeveralAsked>>(desk => desk.AskSeveralAsync(number, line, program.Base.Manager, default));

        asked.Refusal!.ShouldStartWith("Nobody could be asked. Bodensee Leben: ");
        var request = await program.Base.RequestAsync(number);
        request.AskMode.ShouldBe(AskMode.OneByOne);
        request.State.ShouldBe(RequestState.Triaged);
    }

    [Fact]
    public async Task Who_refused_the_prospect_is_not_asked_for_that_company_again()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.NoAsync(number, line[0], DeclineKind.Competitor);
        var other = await program.TakenAsync();

        var refused = await program.Base.Ask<CandidateAsks>(desk => desk.ProposeAsync(other, program.Customer(0), null, program.Base.Manager, default));

        refused.Refusal.ShouldBe("Alpenbank AG does not want to act as a reference for this prospect. Choose another customer.");
    }

    [Fact]
    public async Task A_no_during_a_hold_asks_the_next_once_it_goes_on()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.Base.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Base.Manager, default));
        await program.NoAsync(number, line[0]);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.Proposed);

        await program.Base.Do<RequestTriage>(desk => desk.ResumeAsync(number, "Atlas", program.Base.Rep, default));
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
    }
}
