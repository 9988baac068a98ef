using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>The manager asks somebody else at a customer, until the customer was asked.</summary>
public sealed class ChangeContactTests : IDisposable
{
    private readonly SmallProgram program = new();

    private DateOnly Today => DateOnly.FromDateTime(program.Clock.Now);

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_proposed_candidate_gets_another_contact_and_the_timeline_says_who_to_those_who_may_know()
    {
        var (number, candidate) = await ProposedAsync();
        var zora = await AddAsync("Zora Zweite");

        await program.Do<CandidateAsks>(desk => desk.ChangeContactAsync(number, candidate, zora, program.Manager, default));

        var request = await program.RequestAsync(number);
        request.Candidates.ShouldHaveSingleItem().ContactId.ShouldBe(zora);
        var line = request.Events.Single(line => line.Kind == RequestEventKind.ContactChosen);
        (line.Note, line.NoteIsSecret, line.CandidateId).ShouldBe(("Zora Zweite", true, candidate));
        (await program.UsesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_owner_is_asked_what_is_reserved_moves_to_the_other_contact()
    {
        var (number, candidate) = await program.AskedAsync();
        var zora = await AddAsync("Zora Zweite");

        await program.Do<CandidateAsks>(desk => desk.ChangeContactAsync(number, candidate, zora, program.Manager, default));

        (await program.UsesAsync()).ShouldHaveSingleItem().ContactId.ShouldBe(zora);
        (await program.RequestAsync(number)).Candidates.ShouldHaveSingleItem().State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task While_the_owner_is_asked_nobody_is_chosen_whom_a_limit_forbids()
    {
        var (number, candidate) = await program.AskedAsync();
        var before = (await program.RequestAsync(number)).Candidates.Single().ContactId;
        var zora = await AddAsync("Zora Zweite", contact => contact.Agree([PermissionScope.SalesCall], 10, null));

        var refused = await program.Ask<CandidateAsks>(desk => desk.ChangeContactAsync(number, candidate, zora, program.Manager, default));

        refused.Refusal.ShouldNotBeNull().ShouldStartWith("Zora Zweite can't be asked instead.");
        (await program.RequestAsync(number)).Candidates.Single().ContactId.ShouldBe(before);
        (await program.UsesAsync()).ShouldHaveSingleItem().ContactId.ShouldBe(before);
    }

    [Fact]
    public async Task Once_the_customer_was_asked_it_is_refused_and_says_so()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        var zora = await AddAsync("Zora Zweite");

        var thrown = await Should.ThrowAsync<IllegalMoveException>(() => program.Ask<CandidateAsks>(desk => desk.ChangeContactAsync(number, candidate, zora, program.Manager, default)));

        thrown.Message.ShouldBe("This candidate is customer asked; the contact can't be changed any more.");
    }

    [Fact]
    public async Task Who_is_unwilling_or_paused_is_refused_by_that_reason_and_one_of_elsewhere_is_not_found()
    {
        var (number, candidate) = await ProposedAsync();
        var unwilling = await AddAsync("Una Willing", contact => contact.Agree([PermissionScope.Analyst], null, null));
        var paused = await AddAsync("Paul Pause", contact => contact.Pause(Today.AddDays(9)));
        var stranger = Given.Customer();
        await program.Database.Add(stranger);

        (await RefusedAsync(unwilling)).ShouldBe("Una Willing has not agreed to this kind of use (sales call). Choose another contact.");
        (await RefusedAsync(paused)).ShouldStartWith("Paul Pause is paused until ");
        await Should.ThrowAsync<MissingException>(() => RefusedAsync(stranger.Contacts[0].Id));
        (await program.RequestAsync(number)).Events.ShouldNotContain(line => line.Kind == RequestEventKind.ContactChosen);

        async Task<string?> RefusedAsync(Guid contact) => (await program.Ask<CandidateAsks>(desk => desk.ChangeContactAsync(number, candidate, contact, program.Manager, default))).Refusal;
    }

    [Fact]
    public async Task Only_who_runs_the_program_changes_it_or_is_told_who_there_is()
    {
        var (number, candidate) = await ProposedAsync();
        var zora = await AddAsync("Zora Zweite");
        foreach (var viewer in new[] { program.Rep, program.Owner, Given.Viewer(Roles.Marketing) })
        {
            await Should.ThrowAsync<ForbiddenException>(() => program.Ask<CandidateAsks>(desk => desk.ChangeContactAsync(number, candidate, zora, viewer, default)));
            await Should.ThrowAsync<ForbiddenException>(() => AllAsync(program.Need(), viewer));
        }
    }

    [Fact]
    public async Task Everybody_there_is_listed_with_what_speaks_for_and_against_them_best_first()
    {
        await AddAsync("Dora Fits", contact => contact.Describe("Dora Fits", null, null, null, ["de"], null));
        await AddAsync("Una Willing", contact => contact.Agree([PermissionScope.Analyst], null, null));
        await AddAsync("Tim Little", contact => contact.Agree([PermissionScope.SalesCall], 20, null));

        var all = await AllAsync(program.Need() with { Language = "de" }, program.Manager);

        all[0].Name.ShouldBe("Dora Fits");
        all[0].Facts.ShouldContain(new MatchReason(true, "speaks German"));
        all[^1].ShouldSatisfyAllConditions(last => last.Name.ShouldBe("Una Willing"), last => last.WhyNot.ShouldBe("has not agreed to this kind of use (sales call)"));
        all.Single(choice => choice.Name == "Tim Little").Facts.ShouldContain(new MatchReason(false, "20 of 20 minutes left"));
        all.Count(choice => choice.WhyNot is null).ShouldBe(3);
    }

    [Fact]
    public async Task Proposing_for_a_request_that_nobody_took_takes_it()
    {
        var number = await program.SubmitAsync();

        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, program.CustomerId, null, program.Manager, default));

        var request = await program.RequestAsync(number);
        (request.AssigneeId, request.State).ShouldBe((program.Manager.UserId, RequestState.Triaged));
        request.Events.Select(line => line.Kind).ShouldBe([RequestEventKind.Submitted, RequestEventKind.Assigned, RequestEventKind.Proposed]);
    }

    [Fact]
    public async Task Proposing_for_a_request_that_somebody_took_leaves_it_with_them()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        var other = Given.User(Roles.ProgramManager, "Tom Other");
        await program.Database.Add(other);

        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, program.CustomerId, null, other.AsViewer(), default));

        (await program.RequestAsync(number)).AssigneeId.ShouldBe(program.Manager.UserId);
    }

    private async Task<(int Number, Guid CandidateId)> ProposedAsync()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        return (number, await program.ProposeAsync(number));
    }

    private Task<IReadOnlyList<ContactChoice>> AllAsync(RequestNeed need, Viewer by) => program.Ask<ContactChoices, IReadOnlyList<ContactChoice>>(async choices =>
    {
        var type = await program.Database.Read(db => db.ActivityTypes.SingleAsync(type => type.Key == need.ActivityKey));
        return await choices.AllAsync(need, program.CustomerId, type, by, default);
    });

    private async Task<Guid> AddAsync(string name, Action<Contact>? change = null)
    {
        var contact = new Contact(Given.Id(), program.CustomerId, name);
        contact.Agree([PermissionScope.SalesCall, PermissionScope.Analyst], null, null);
        change?.Invoke(contact);
        await program.Database.Add(contact);
        return contact.Id;
    }
}
