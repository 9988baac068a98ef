using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Who sees what of a request.</summary>
public sealed class RequestMaskTests : IDisposable
{
    private const string Secret = "Renewal talks until January";

    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_requester_sees_that_a_candidate_declined_but_not_why()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, candidate, Secret, null, program.Owner, default));
        var seen = await SeenAsync(number, program.Rep);
        seen.Candidates[0].ShouldSatisfyAllConditions(
            each => each.State.ShouldBe(CandidateState.Declined), each => each.DeclineReason.ShouldBeNull(), each => each.DeclinedBy.ShouldBeNull());
        seen.Timeline[0].ShouldSatisfyAllConditions(line => line.Note.ShouldBeNull(), line => line.NoteHidden.ShouldBeTrue());
        (await SeenAsync(number, program.Manager)).Candidates[0].DeclineReason.ShouldBe(Secret);
    }

    [Fact]
    public async Task A_confidential_customer_is_named_to_the_requester_once_it_has_accepted()
    {
        await program.Database.Change(async db => (await db.Customers.FindAsync(program.CustomerId))!.MoveToTier(Tier.Confidential));
        var (number, candidate) = await program.AskedAsync();
        var before = await SeenAsync(number, program.Rep);
        before.Candidates[0].NameHidden.ShouldBeTrue();
        before.ToString().ShouldNotContain("Alpenbank");
        before.Timeline.ShouldAllBe(line => line.CandidateName != "Alpenbank AG" && line.Asked == null);
        (await SeenAsync(number, program.Manager)).Candidates[0].Name.ShouldBe("Alpenbank AG");

        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        (await SeenAsync(number, program.Rep)).Timeline.ShouldAllBe(line => line.ActorName != "Jonas Weber");
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        (await SeenAsync(number, program.Rep)).Candidates[0].ShouldSatisfyAllConditions(each => each.Name.ShouldBe("Alpenbank AG"), each => each.ContactName.ShouldBe("Anna Keller"));
    }

    [Theory]
    [InlineData(Tier.Standard)]
    [InlineData(Tier.Confidential)]
    public async Task A_contact_who_answers_by_link_is_not_named_as_the_one_who_did(Tier tier)
    {
        await program.Database.Change(async db => (await db.Customers.FindAsync(program.CustomerId))!.MoveToTier(tier));
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        program.Clock.Advance(TimeSpan.FromMinutes(5));
        var link = new SignedLink(program.Database.NextId(), LinkPurpose.CustomerAnswer, candidate, program.Clock.Now, program.Clock.Now.AddDays(90), 40);
        await program.Database.Add(link);
        var behind = Viewer.Behind("Anna Keller", new LinkGrant(link.Id, candidate));
        await program.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, candidate, null, null, behind, default));
        (await SeenAsync(number, program.Rep)).Timeline[0].ActorName.ShouldBe("The contact");
        (await SeenAsync(number, program.Manager)).Timeline[0].ActorName.ShouldBe("Anna Keller");
    }

    [Fact]
    public async Task Who_looked_after_a_confidential_customer_then_is_not_named_after_a_change_of_owner()
    {
        await program.Database.Change(async db => (await db.Customers.FindAsync(program.CustomerId))!.MoveToTier(Tier.Confidential));
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Database.Change(async db => (await db.Customers.FindAsync(program.CustomerId))!.HandTo(program.Manager.UserId));
        (await SeenAsync(number, program.Rep)).Timeline.ShouldAllBe(line => line.ActorName != "Jonas Weber");
        (await SeenAsync(number, program.Rep)).Timeline.ShouldContain(line => line.ActorName == "Paula Meier", "the program may be named");
    }

    [Fact]
    public async Task A_contact_is_named_to_the_requester_after_the_yes_only()
    {
        var (number, _) = await program.AskedAsync();
        (await SeenAsync(number, program.Rep)).Candidates[0].ContactName.ShouldBeNull();
        (await SeenAsync(number, program.Owner)).Candidates[0].ContactName.ShouldBe("Anna Keller");
    }

    [Fact]
    public async Task An_owner_sees_the_candidates_they_own_and_no_amount_of_somebody_elses_deal()
    {
        var (number, _) = await program.AskedAsync();
        var foreign = Given.Customer("Limmat Privatbank");
        await program.Database.Add(foreign);
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, foreign.Id, null, program.Manager, default));
        var seen = await SeenAsync(number, program.Owner);
        seen.Candidates.ShouldHaveSingleItem().Name.ShouldBe("Alpenbank AG");
        seen.Timeline.ShouldAllBe(line => line.CandidateName != "Limmat Privatbank");
        seen.Deal!.AmountMinor.ShouldBeNull();
        seen.Next!.Step.ShouldBe(NextStep.AnswerAsOwner);
    }

    [Fact]
    public async Task Others_do_not_learn_that_it_exists()
    {
        var number = await program.SubmitAsync();
        await Should.ThrowAsync<MissingException>(() => SeenAsync(number, program.OtherRep));
        await Should.ThrowAsync<MissingException>(() => SeenAsync(number, program.Owner));
        await Should.ThrowAsync<MissingException>(() => SeenAsync(number, Given.Viewer(Roles.Executive)));
        await Should.ThrowAsync<MissingException>(() => SeenAsync(number, Given.Viewer(Roles.Administrator)));
        (await SeenAsync(number, Given.Viewer(Roles.Marketing))).Number.ShouldBe(number);
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        var draft = await program.Database.Ask<RequestDrafts, Outcome<DraftKept>>(desk => desk.KeepAsync(new SentForm(null, program.Need(), null), program.Rep, default));
        (await SeenAsync(draft.Value!.Number, program.Rep)).State.ShouldBe(RequestState.Draft);
        await Should.ThrowAsync<MissingException>(() => SeenAsync(draft.Value!.Number, program.Manager));
    }

    [Fact]
    public async Task Of_a_duplicate_only_who_asked_and_when_is_told()
    {
        var number = await program.SubmitAsync();
        var deal = program.Need().OpportunityId;
        (await DuplicatesAsync(deal, program.Rep)).ShouldHaveSingleItem().Number.ShouldBe(number);
        (await DuplicatesAsync(deal, program.Manager)).ShouldHaveSingleItem().Number.ShouldBe(number);
        (await DuplicatesAsync(deal, program.OtherRep)).ShouldBeEmpty();
    }

    private Task<RequestDetail> SeenAsync(int number, Viewer viewer) => program.Database.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, viewer, default));

    private Task<IReadOnlyList<DuplicateAsk>> DuplicatesAsync(Guid? deal, Viewer viewer) =>
        program.Database.Ask<RequestPeople, IReadOnlyList<DuplicateAsk>>(people => people.DuplicatesAsync(deal, null, viewer, default));
}
