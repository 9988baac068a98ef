using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Commands on a real database: what comes back, what is refused, what happens once.</summary>
public sealed class RequestCommandTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task What_is_still_asked_when_a_request_completes_gives_its_capacity_back()
    {
        var (number, first) = await program.AskedAsync();
        var other = Given.Customer("Limmat Privatbank");
        await program.Database.Add(other);
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, other.Id, null, program.Manager, default));
        var second = (await program.RequestAsync(number)).Candidates.Single(each => each.CustomerId == other.Id).Id;
        await program.Do<CandidateAsks>(desk => desk.AskAsync(number, second, null, program.Manager, default));
        await AgreeTwiceAsync(number, first);
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, first, 30, null, program.Rep, default));
        (await program.RequestAsync(number)).State.ShouldBe(RequestState.Completed);
        (await UsesAsync(other.Id)).ShouldAllBe(use => !use.Counts);
    }

    [Fact]
    public async Task A_no_show_gives_the_units_back_and_keeps_the_rest()
    {
        var (number, candidate) = await program.AskedAsync();
        await AgreeTwiceAsync(number, candidate);
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddDays(1), null, null, program.Rep, default));
        program.Clock.Advance(TimeSpan.FromDays(2));
        await program.Do<CandidateUses>(desk => desk.NoteNoShowAsync(number, candidate, null, program.Rep, default));
        var use = (await program.UsesAsync()).Single();
        use.ShouldSatisfyAllConditions(each => each.Counts.ShouldBeFalse(), each => each.StartsRest.ShouldBeTrue());
        (await program.Database.Read(db => db.ContactReleases.SingleAsync())).EndsAt.ShouldBe(program.Clock.Now);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_request()
    {
        var form = program.Database.NextId();
        var first = await SubmitAsync(program.Need(), form);
        (await SubmitAsync(program.Need(), form)).Value.ShouldBe(first.Value);
        (await SubmitAsync(program.Need() with { Text = "An insurer" }, form)).Value.ShouldNotBe(first.Value);
    }

    [Fact]
    public async Task Somebody_elses_deal_cannot_be_named_in_a_draft_or_a_correction()
    {
        var foreign = Given.Opportunity(program.OtherRep.UserId);
        await program.Database.Add(foreign);
        var need = program.Need() with { OpportunityId = foreign.Id };
        var draft = await program.Database.Ask<RequestDrafts, Outcome<DraftKept>>(desk => desk.KeepAsync(new SentForm(null, need, null), program.Rep, default));
        draft.Field.ShouldBe(nameof(RequestNeed.OpportunityId));
        var number = await program.SubmitAsync();
        (await CorrectAsync(number, need)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_correction_follows_the_rules_of_sending()
    {
        var number = await program.SubmitAsync();

        (await CorrectAsync(number, program.Need() with { NeededBy = new DateOnly(1, 1, 1) })).Field.ShouldBe(nameof(RequestNeed.NeededBy));
        (await CorrectAsync(number, program.Need() with { NeededBy = DateOnly.FromDateTime(program.Clock.Now) })).Field.ShouldBe(nameof(RequestNeed.Sponsor));
        (await CorrectAsync(number, program.Need() with { Text = "An insurer" })).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_yes_that_is_sent_twice_answers_for_one_party_only()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default, CandidateState.OwnerAsked));

        await Should.ThrowAsync<IllegalMoveException>(() =>
            program.Ask<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default, CandidateState.OwnerAsked)));

        (await program.RequestAsync(number)).CandidateOf(candidate).State.ShouldBe(CandidateState.CustomerAsked);
    }

    [Fact]
    public async Task A_correction_made_from_an_older_page_replaces_nothing_and_says_both_values()
    {
        var number = await program.SubmitAsync();
        var shown = NeedChanges.MarkOf(RequestQueries.NeedOf(await program.RequestAsync(number)));
        await program.Do<RequestDrafting>(desk => desk.CorrectAsync(number, program.Need() with { ProspectEmail = "henrik.sand@northwind.example" }, shown, program.Manager, default));

        var late = await program.Ask<RequestDrafting>(desk => desk.CorrectAsync(number, program.Need() with { Wanted = 2 }, shown, program.Rep, default));

        late.Field.ShouldBe(RequestDrafting.StaleField);
        late.Refusal!.ShouldContain("Prospect’s e-mail: kept is henrik.sand@northwind.example, yours is nothing");
        late.Refusal!.ShouldContain("References wanted: kept is 1, yours is 2");
        (await program.RequestAsync(number)).ShouldSatisfyAllConditions(kept => kept.ProspectEmail.ShouldBe("henrik.sand@northwind.example"), kept => kept.Wanted.ShouldBe(1));
    }

    [Fact]
    public async Task What_became_of_the_candidates_meanwhile_does_not_stand_against_a_correction()
    {
        var number = await program.SubmitAsync();
        var shown = NeedChanges.MarkOf(RequestQueries.NeedOf(await program.RequestAsync(number)));
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        await program.ProposeAsync(number);

        (await program.Ask<RequestDrafting>(desk => desk.CorrectAsync(number, program.Need() with { Wanted = 2 }, shown, program.Rep, default))).IsDone.ShouldBeTrue();
    }

    private Task<Outcome> CorrectAsync(int number, RequestNeed need) => program.CorrectAsync(number, need);

    [Fact]
    public async Task A_refusal_by_a_limit_says_that_an_override_would_help()
    {
        await program.AskedAsync();
        var again = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(again, null, program.Manager, default));
        var candidate = await program.ProposeAsync(again);
        var refused = await program.Ask<CandidateAsks>(desk => desk.AskAsync(again, candidate, null, program.Manager, default));
        refused.Field.ShouldBe(LimitOutcome.Field);
        refused.Refusal!.ShouldContain("set by the program");
    }

    private async Task AgreeTwiceAsync(int number, Guid candidate)
    {
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
    }

    private Task<Outcome<int>> SubmitAsync(RequestNeed need, Guid form) =>
        program.Database.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need, program.Rep, default, form));

    private Task<IReadOnlyList<Use>> UsesAsync(Guid customerId) => program.Database.Read(async db =>
        UseFold.Current(await db.LedgerEntries.Where(entry => entry.CustomerId == customerId).ToListAsync()));
}
