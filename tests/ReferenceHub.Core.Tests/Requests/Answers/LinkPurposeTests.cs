using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Scheduling;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests.Answers;

/// <summary>A link does what it was given for, whichever command it is brought to.</summary>
public sealed class LinkPurposeTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData(LinkPurpose.ProspectInvitation)]
    [InlineData(LinkPurpose.OwnerAnswer)]
    [InlineData(LinkPurpose.LegalAnswer)]
    [InlineData(LinkPurpose.Survey)]
    public async Task Only_the_contacts_link_picks_and_proposes_times(LinkPurpose purpose)
    {
        var (number, candidate) = await program.AcceptedAsync();
        await Small.Do<UseTimes>(desk => desk.OfferAsync(number, candidate, [program.Days(8)], Small.Rep, default));
        var slot = (await program.CandidateAsync(candidate)).OpenTimes()[0].Id;
        var behind = await program.BehindAsync(candidate, purpose);
        (await Small.Ask<UseTimes>(desk => desk.PickAsync(number, candidate, slot, behind, default))).IsDone.ShouldBeFalse();
        (await Small.Ask<UseTimes>(desk => desk.ProposeAsync(number, candidate, [program.Days(9)], behind, default))).IsDone.ShouldBeFalse();
        var after = await program.CandidateAsync(candidate);
        after.State.ShouldBe(CandidateState.Accepted);
        after.OpenTimes().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(LinkPurpose.ProspectInvitation)]
    [InlineData(LinkPurpose.OwnerAnswer)]
    [InlineData(LinkPurpose.CustomerAnswer)]
    public async Task Only_the_link_of_the_survey_answers_it(LinkPurpose purpose)
    {
        var (number, candidate) = await program.HeldAsync();
        var behind = await program.BehindAsync(candidate, purpose);
        (await Small.Ask<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(1, 1, false, null), behind, default))).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(LinkPurpose.LegalAnswer)]
    [InlineData(LinkPurpose.CustomerAnswer)]
    [InlineData(LinkPurpose.ProspectInvitation)]
    public async Task Nobody_elses_link_answers_for_the_owner(LinkPurpose purpose)
    {
        var (number, candidate) = await Small.AskedAsync();
        var behind = await program.BehindAsync(candidate, purpose);
        (await AnswersAsync(number, candidate, behind)).ShouldBe([false, false]);
        (await program.CandidateAsync(candidate)).State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task A_link_to_one_ask_is_worth_nothing_for_another()
    {
        var (number, candidate) = await program.AcceptedAsync();
        var behind = await program.BehindAsync(candidate);
        var forged = behind with { Grant = new LinkGrant(behind.Grant!.LinkId, Small.Database.NextId()) };
        await Should.ThrowAsync<MissingException>(() => Small.Ask<CandidateAnswers>(desk => desk.DeclineAsync(number, candidate, null, null, forged, default)));
        var other = await program.BehindAsync(Small.Database.NextId());
        var borrowed = other with { Grant = new LinkGrant(other.Grant!.LinkId, candidate) };
        (await AnswersAsync(number, candidate, borrowed)).ShouldBe([false, false]);
    }

    [Fact]
    public async Task A_command_that_names_no_purpose_runs_behind_no_link()
    {
        var (number, candidate) = await program.AcceptedAsync();
        var behind = await program.BehindAsync(candidate) with { Roles = Roles.ProgramManager };
        (await Small.Ask<CandidateAsks>(desk => desk.WithdrawAsync(number, candidate, "No", behind, default))).IsDone.ShouldBeFalse();
        (await program.CandidateAsync(candidate)).State.ShouldBe(CandidateState.Accepted);
    }

    [Fact]
    public void A_link_about_a_contact_edits_no_record()
    {
        var customer = Given.Customer();
        Viewer.Behind("Anna Keller", new LinkGrant(Small.Database.NextId(), customer.Id)).MayEdit(customer).ShouldBeFalse();
    }

    private async Task<bool[]> AnswersAsync(int number, Guid candidate, Viewer by)
    {
        var yes = await DoneAsync(desk => desk.AgreeAsync(number, candidate, null, null, by, default));
        return [yes, await DoneAsync(desk => desk.DeclineAsync(number, candidate, null, null, by, default))];
    }

    private async Task<bool> DoneAsync(Func<CandidateAnswers, Task<Outcome>> command)
    {
        try
        {
            return (await Small.Ask(command)).IsDone;
        }
        catch (IllegalMoveException)
        {
            return false;
        }
    }
}
