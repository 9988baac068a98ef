using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests.Answers;

/// <summary>Who is written to when somebody is asked, in which words, and with which link.</summary>
public sealed class AskLetterTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_owner_and_who_stands_in_get_a_link_each()
    {
        await ReachableAsync();
        var standIn = Given.SignedUp(Roles.Rep, "Sven Stand");
        var today = DateOnly.FromDateTime(program.Clock.Now);
        await program.Database.Add(standIn, new Absence(Given.Id(), program.Owner.UserId, today, today.AddDays(3), standIn.Id, program.Clock.Now));

        var (_, candidate) = await program.AskedAsync();

        var mails = await MailsAsync(MessageKinds.OwnerAsked);
        mails.Select(mail => mail.Address).ShouldBe(["owner@test.example", standIn.Email!], ignoreOrder: true);
        var links = await LinksAsync(candidate);
        links.Select(link => link.HolderId).ShouldBe([program.Owner.UserId, standIn.Id], ignoreOrder: true);
        links.ShouldAllBe(link => link.Purpose == LinkPurpose.OwnerAnswer && link.About == "OwnerAsked");
        mails.ShouldAllBe(mail => mail.Body.Contains(OutboxMessage.LinkPlace, StringComparison.Ordinal) && mail.Body.Contains("Alpenbank AG", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_contact_is_asked_in_their_language_without_anything_internal()
    {
        await ReachableAsync("fr");
        var (number, candidate) = await AskedCustomerAsync();

        var mail = (await MailsAsync(MessageKinds.CustomerAsked)).ShouldHaveSingleItem();

        mail.Address.ShouldBe("anna@alpenbank.example");
        mail.Subject.ShouldContain("Entretien avec un prospect");
        mail.Body.ShouldContain("Rita Sommer");
        mail.Body.ShouldNotContain("Bank in DACH");
        mail.Body.ShouldNotContain("Northwind Bank", customMessage: "the deal is ours alone; the requester named no prospect");
        mail.Body.ShouldNotContain($"/requests/{number}");
        (await LinksAsync(candidate)).Single(link => link.Purpose == LinkPurpose.OwnerAnswer).RevokedAt.ShouldNotBeNull("the ask has moved on");
    }

    [Fact]
    public async Task A_reminder_carries_the_same_link()
    {
        await ReachableAsync();
        var (number, candidateId) = await AskedCustomerAsync();
        await using (var scope = program.Database.Scope())
        {
            var db = Get<Core.Data.ReferenceHubDbContext>(scope);
            var request = await db.Requests.Include(row => row.Candidates).SingleAsync(row => row.Number == number);
            var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey);
            await Get<AskLetters>(scope).RemindAsync(request, request.CandidateOf(candidateId), Party.Customer, type, default);
            await db.SaveChangesAsync();
        }

        var asked = (await MailsAsync(MessageKinds.CustomerAsked)).Single();
        (await MailsAsync(MessageKinds.CustomerReminder)).Single().LinkId.ShouldBe(asked.LinkId);
    }

    [Fact]
    public async Task The_manager_learns_when_nobody_can_be_written_to()
    {
        await ReachableAsync();
        await program.Database.Change(async db => (await db.Users.SingleAsync(user => user.Id == program.Owner.UserId)).PasswordHash = null);

        await program.AskedAsync();

        (await program.Database.Read(db => db.Notifications.SingleAsync(row => row.UserId == program.Manager.UserId && row.Kind == MessageKinds.MailFailed)))
            .Title.ShouldBe("Nobody could be written to: Alpenbank AG");
        (await MailsAsync(MessageKinds.OwnerAsked)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_said_no_gets_no_letter_and_who_was_never_asked_neither()
    {
        await ReachableAsync();
        var (number, candidate) = await AskedCustomerAsync();
        await program.Do<CandidateAnswers>(answers => answers.DeclineAsync(number, candidate, "No time", "by phone", program.Manager, default));

        (await MailsAsync(MessageKinds.CustomerWithdrawn)).ShouldBeEmpty();
        (await LinksAsync(candidate)).ShouldAllBe(link => link.RevokedAt != null);
    }

    [Fact]
    public async Task Ending_the_request_lets_everybody_go_politely()
    {
        await ReachableAsync();
        var (number, candidate) = await AskedCustomerAsync();
        await program.Database.Change(async db => (await db.OutboxMessages.SingleAsync(mail => mail.Kind == MessageKinds.CustomerAsked)).Sent(program.Clock.Now));

        await program.Do<RequestTriage>(triage => triage.CancelAsync(number, "SECRET", program.Rep, default));

        (await MailsAsync(MessageKinds.CustomerWithdrawn)).ShouldHaveSingleItem().Body.ShouldContain("no longer exists");
        (await LinksAsync(candidate)).ShouldAllBe(link => link.RevokedAt != null);
        (await program.UsesAsync()).ShouldAllBe(use => use.State == UseState.Released);
    }

    private static T Get<T>(Microsoft.Extensions.DependencyInjection.AsyncServiceScope scope)
        where T : notnull => (T)scope.ServiceProvider.GetService(typeof(T))!;

    private async Task<(int Number, Guid CandidateId)> AskedCustomerAsync()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, null, program.Owner, default));
        return (number, candidate);
    }

    private Task ReachableAsync(string language = "en") => program.Database.Change(async db =>
    {
        foreach (var user in await db.Users.ToListAsync())
        {
            user.PasswordHash = "x";
        }

        var contact = await db.Contacts.SingleAsync(row => row.CustomerId == program.CustomerId);
        contact.Describe(contact.Name, null, "anna@alpenbank.example", null, [language], "Europe/Paris");
    });

    private Task<List<OutboxMessage>> MailsAsync(string kind) => program.Database.Read(db => db.OutboxMessages.Where(message => message.Kind == kind).ToListAsync());

    private Task<List<SignedLink>> LinksAsync(Guid candidateId) => program.Database.Read(db => db.SignedLinks.Where(link => link.SubjectId == candidateId).ToListAsync());
}
