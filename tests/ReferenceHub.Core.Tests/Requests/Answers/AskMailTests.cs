using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Answers;

/// <summary>Mails of asks that nobody needs any more do not go out; those that wait are told of, with their time.</summary>
public sealed class AskMailTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task An_ask_that_was_answered_before_its_mail_went_out_is_called_off()
    {
        await ReachableAsync();
        var (number, candidate) = await program.AskedAsync();
        (await StatesAsync(MessageKinds.OwnerAsked)).ShouldBe([OutboxState.Waiting]);

        await AgreeAsync(number, candidate, program.Owner);

        (await StatesAsync(MessageKinds.OwnerAsked)).ShouldBe([OutboxState.CalledOff]);
        (await StatesAsync(MessageKinds.CustomerAsked)).ShouldBe([OutboxState.Waiting]);

        await AgreeAsync(number, candidate, program.Manager);
        (await StatesAsync(MessageKinds.CustomerAsked)).ShouldBe([OutboxState.CalledOff]);
    }

    [Fact]
    public async Task A_mail_that_went_out_stays_sent_and_who_never_read_the_ask_is_not_told_that_it_is_withdrawn()
    {
        await ReachableAsync();
        var (number, candidate) = await program.AskedAsync();
        await program.Database.Change(async db => (await db.OutboxMessages.SingleAsync(mail => mail.Kind == MessageKinds.OwnerAsked)).Sent(program.Clock.Now));
        await AgreeAsync(number, candidate, program.Owner);

        await program.Do<RequestTriage>(triage => triage.CancelAsync(number, null, program.Rep, default));

        (await StatesAsync(MessageKinds.OwnerAsked)).ShouldBe([OutboxState.Sent]);
        (await StatesAsync(MessageKinds.CustomerAsked)).ShouldBe([OutboxState.CalledOff]);
        (await StatesAsync(MessageKinds.CustomerWithdrawn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_was_called_off_is_not_tried_again()
    {
        await ReachableAsync();
        var (number, candidate) = await program.AskedAsync();
        await AgreeAsync(number, candidate, program.Owner);
        await program.Database.Change(async db =>
        {
            var mail = await db.OutboxMessages.SingleAsync(row => row.Kind == MessageKinds.OwnerAsked);
            Should.Throw<Core.Data.IllegalMoveException>(() => mail.Retry(program.Clock.Now));
            Should.Throw<Core.Data.IllegalMoveException>(() => mail.Claim(program.Clock.Now, TimeSpan.FromMinutes(1)));
            mail.Failed(program.Clock.Now, "The server hung up");
            mail.State.ShouldBe(OutboxState.CalledOff);
        });
    }

    [Fact]
    public async Task Who_asks_reads_whom_it_went_to_by_when_and_when_the_mail_goes_out()
    {
        await ReachableAsync();
        // 23:12 in Paris, where the contact sleeps.
        program.Clock.Advance(TimeSpan.FromHours(12.5));
        var (number, candidate) = await program.AskedAsync();

        var owner = await SaidAsync(number, candidate);
        owner.ShouldStartWith("Jonas Weber, owner of Alpenbank AG, is asked; answer by ");

        await AgreeAsync(number, candidate, program.Owner);
        var contact = await SaidAsync(number, candidate);
        contact.ShouldStartWith("Anna Keller of Alpenbank AG is asked; answer by ");
        contact.ShouldContain("The mail to the contact goes out 24 06:00, after the reader’s quiet hours.");
    }

    [Fact]
    public void A_mail_that_the_server_refused_is_told_of_even_when_it_is_due()
    {
        var now = program.Clock.Now;
        var due = new WaitingMail(MessageKinds.CustomerAsked, Party.Customer, now, 0);
        due.IsLater(now).ShouldBeFalse("it goes out by itself");
        (due with { Tries = 1 }).IsLater(now).ShouldBeTrue();
        (due with { Tries = 1 }).InWords(now, _ => "today 10:43").ShouldBe("The mail to the contact could not be handed to the mail server so far; it is tried again today 10:43.");
        new WaitingMail(MessageKinds.ProspectInvited, null, now.AddHours(9), 0).InWords(now, _ => "Mon 09:00").ShouldBe("The prospect’s invitation goes out Mon 09:00, after the reader’s quiet hours.");
    }

    private Task<string> SaidAsync(int number, Guid candidate) => program.Ask<AskNews, string>(
        news => news.AskedAsync(number, [candidate], program.Manager, at => at.ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), default));

    private Task AgreeAsync(int number, Guid candidate, Viewer by) =>
        program.Do<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, by == program.Manager ? "by phone" : null, by, default));

    private Task<List<OutboxState>> StatesAsync(string kind) => program.Database.Read(db => db.OutboxMessages.Where(mail => mail.Kind == kind).Select(mail => mail.State).ToListAsync());

    private Task ReachableAsync() => program.Database.Change(async db =>
    {
        foreach (var user in await db.Users.ToListAsync())
        {
            user.PasswordHash = "x";
        }

        var contact = await db.Contacts.SingleAsync(row => row.CustomerId == program.CustomerId);
        contact.Describe(contact.Name, null, "anna@alpenbank.example", null, ["en"], "Europe/Paris");
    });
}
