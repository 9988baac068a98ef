using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>One request goes its whole way through the services, on a real database.</summary>
public sealed class RequestWayTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_sales_call_goes_from_submit_to_completed_and_the_ledger_shows_it()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        var candidate = await program.ProposeAsync(number);
        await program.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, program.Manager, default));
        (await program.RequestAsync(number)).Ball.ShouldBe(Party.Owner);

        program.Clock.Advance(TimeSpan.FromHours(2));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        (await program.RequestAsync(number)).Ball.ShouldBe(Party.Customer);

        program.Clock.Advance(TimeSpan.FromHours(1));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, "Thursday suits", "by phone", program.Manager, default));
        var accepted = await program.RequestAsync(number);
        accepted.State.ShouldBe(RequestState.Confirmed);
        accepted.TurnaroundMinutes.ShouldBe(180);
        accepted.FirstAcceptedAt!.Value.ShouldBeLessThan(accepted.OriginalDueAt!.Value);

        var at = program.Clock.Now.AddDays(2);
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, at, null, null, program.Rep, default));
        program.Clock.MoveTo(at.AddHours(1));
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 40, "Went well", program.Rep, default));

        var done = await program.RequestAsync(number);
        done.State.ShouldBe(RequestState.Completed);
        done.Ball.ShouldBeNull();
        var uses = await program.UsesAsync();
        uses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            use => use.State.ShouldBe(UseState.Done),
            use => use.Minutes.ShouldBe(40),
            use => use.SourceId.ShouldBe(candidate));
        var release = await program.Database.Read(db => db.ContactReleases.SingleAsync());
        release.EndsAt.ShouldBe(program.Clock.Now.AddDays(ContactRelease.DaysAfterCompletion));
    }

    [Fact]
    public async Task Each_business_minute_up_to_the_first_yes_belongs_to_one_party()
    {
        var number = await program.SubmitAsync();
        program.Clock.Advance(TimeSpan.FromMinutes(30));
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        var candidate = await program.ProposeAsync(number);
        program.Clock.Advance(TimeSpan.FromMinutes(15));
        await program.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, program.Manager, default));
        program.Clock.Advance(TimeSpan.FromDays(1));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        program.Clock.Advance(TimeSpan.FromMinutes(50));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by mail", program.Manager, default));

        var request = await program.RequestAsync(number);
        var byParty = request.Events.Where(line => line.HeldBy != null).GroupBy(line => line.HeldBy!.Value).ToDictionary(group => group.Key, group => group.Sum(line => line.Minutes));
        byParty[Party.Program].ShouldBe(45);
        byParty[Party.Owner].ShouldBe(480);
        byParty[Party.Customer].ShouldBe(50);
        byParty.Values.Sum().ShouldBe(request.TurnaroundMinutes!.Value);
    }

    [Fact]
    public async Task A_hold_stops_the_clock_and_moves_the_due_time_by_the_pause()
    {
        var number = await program.SubmitAsync();
        var due = (await program.RequestAsync(number)).DueAt!.Value;
        await program.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Manager, default));
        (await program.RequestAsync(number)).Ball.ShouldBe(Party.Requester);

        program.Clock.Advance(TimeSpan.FromHours(3));
        await program.Do<RequestTriage>(desk => desk.ResumeAsync(number, "Atlas only", program.Rep, default));

        var request = await program.RequestAsync(number);
        request.State.ShouldBe(RequestState.Submitted);
        request.DueAt.ShouldBe(due.AddHours(3));
        request.PausedMinutes.ShouldBe(180);
    }

    [Fact]
    public async Task A_decline_gives_the_unit_back_and_hides_its_reason_in_the_candidate()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, candidate, "Renewal talks", null, program.Owner, default));

        var request = await program.RequestAsync(number);
        request.State.ShouldBe(RequestState.Sourcing);
        request.Ball.ShouldBe(Party.Program);
        request.Events[^1].NoteIsSecret.ShouldBeTrue();
        (await program.UsesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_at_its_limit_is_refused_with_the_rule_and_the_date_and_nothing_changes()
    {
        await program.AskedAsync();
        var second = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(second, null, program.Manager, default));
        var candidate = await program.ProposeAsync(second);

        var refused = await program.Ask<CandidateAsks>(desk => desk.AskAsync(second, candidate, null, program.Manager, default));

        refused.IsDone.ShouldBeFalse();
        refused.Refusal!.ShouldStartWith("Limit of 1");
        refused.Refusal!.ShouldContain("Free on ");
        (await program.RequestAsync(second)).State.ShouldBe(RequestState.Triaged);
        (await program.UsesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_override_with_sponsor_and_reason_leaves_its_mark()
    {
        await program.AskedAsync();
        var second = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(second, null, program.Manager, default));
        var candidate = await program.ProposeAsync(second);

        await program.Do<CandidateAsks>(desk => desk.AskAsync(second, candidate, new OverrideMark("Vera Vogel", "Largest deal of the year"), program.Manager, default));

        (await program.RequestAsync(second)).Candidates[0].OverrideSponsor.ShouldBe("Vera Vogel");
        (await program.UsesAsync()).Count(use => use.Overridden).ShouldBe(1);
    }

    [Fact]
    public async Task Proposed_and_asked_at_once_against_a_limit_stays_proposed_outside_of_the_line()
    {
        await program.AskedAsync();
        var second = await program.SubmitAsync();
        var asked = await program.Ask<CandidateAsks, Outcome<ProposedAsk>>(desk => desk.ProposeAndAskAsync(second, program.CustomerId, null, program.Manager, default));

        asked.Value!.Limit!.ShouldStartWith("Limit of 1");
        var candidate = (await program.RequestAsync(second)).Candidates.ShouldHaveSingleItem();
        (candidate.Id, candidate.State, candidate.LinePlace).ShouldBe((asked.Value.CandidateId, CandidateState.Proposed, (int?)null));
        await program.Do<CandidateAsks>(desk => desk.AskAsync(second, candidate.Id, new OverrideMark("Vera Vogel", "Largest deal of the year"), program.Manager, default));
    }

    [Fact]
    public async Task Proposed_and_asked_at_once_is_both_or_neither()
    {
        var number = await program.SubmitAsync();
        (await program.Ask<CandidateAsks, Outcome<ProposedAsk>>(desk => desk.ProposeAndAskAsync(number, program.CustomerId, null, program.Manager, default))).Value!.Limit.ShouldBeNull();
        (await program.RequestAsync(number)).Candidates.ShouldHaveSingleItem().State.ShouldBe(CandidateState.OwnerAsked);
        (await program.UsesAsync()).ShouldHaveSingleItem();

        var only = (await program.RequestAsync(number)).Candidates.Single().Id;
        await program.Do<CandidateAsks>(desk => desk.WithdrawAsync(number, only, null, program.Manager, default));
        await program.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Manager, default));
        await Should.ThrowAsync<IllegalMoveException>(() => program.Ask<CandidateAsks, Outcome<ProposedAsk>>(desk => desk.ProposeAndAskAsync(number, program.CustomerId, null, program.Manager, default)));
        (await program.RequestAsync(number)).Candidates.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Cancelling_gives_back_what_was_reserved()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<RequestTriage>(desk => desk.CancelAsync(number, "Deal is off", program.Rep, default));

        var request = await program.RequestAsync(number);
        request.State.ShouldBe(RequestState.Cancelled);
        request.CandidateOf(candidate).State.ShouldBe(CandidateState.Withdrawn);
        (await program.UsesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_whose_needed_by_passed_without_a_yes_expires()
    {
        var (number, _) = await program.AskedAsync();
        program.Clock.Advance(TimeSpan.FromDays(60));

        (await program.Ask<RequestExpiry, int>(job => job.RunAsync(default))).ShouldBe(1);

        (await program.RequestAsync(number)).State.ShouldBe(RequestState.Expired);
        (await program.UsesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rep_cannot_drive_a_request_and_cannot_see_others()
    {
        var number = await program.SubmitAsync();

        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<RequestTriage>(desk => desk.AssignAsync(number, null, program.Rep, default)));
        await Should.ThrowAsync<MissingException>(() => program.Ask<RequestTriage>(desk => desk.CancelAsync(number, null, program.OtherRep, default)));
    }
}
