using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>Who gets which calendar entry when a time is agreed, moved or called off.</summary>
public sealed class InvitationTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task An_agreed_time_goes_into_three_calendars_in_which_nobody_else_is_named()
    {
        await program.ScheduledAsync(program.Days(10));
        var contact = await program.MailAsync(MessageKinds.UseScheduled);
        var prospect = await program.MailAsync(MessageKinds.ProspectInvited);
        var requester = await program.MailAsync(MessageKinds.UseEntry);
        contact.ShouldSatisfyAllConditions(
            mail => mail.Address.ShouldBe(UseProgram.ContactAddress), mail => mail.Body.ShouldContain("Guten Tag"), mail => mail.Body.ShouldContain("10:00"), mail => mail.ReplyTo.ShouldBe("rep@test.example"));
        prospect.ShouldSatisfyAllConditions(mail => mail.Address.ShouldBe(UseProgram.ProspectAddress), mail => mail.Body.ShouldContain("04:00"), mail => mail.Body.ShouldContain("Anna Keller"));
        new[] { contact, prospect, requester }.ShouldAllBe(mail => mail.CalendarMethod == "REQUEST" && mail.Calendar!.Contains("DTSTART:20261203T090000Z", StringComparison.Ordinal));
        new[] { contact, prospect, requester }.Select(mail => Uid(mail)).Distinct().Count().ShouldBe(1);
        Addresses(contact).ShouldBe(["references@hub.example", UseProgram.ContactAddress]);
        Addresses(prospect).ShouldBe(["references@hub.example", UseProgram.ProspectAddress]);
        Addresses(requester).ShouldBe(["references@hub.example", "rep@test.example"]);
    }

    [Fact]
    public async Task The_prospect_learns_no_address_and_no_phone_of_the_contact()
    {
        await program.ScheduledAsync(program.Days(10));
        var mail = await program.MailAsync(MessageKinds.ProspectInvited);
        foreach (var text in new[] { mail.Body, mail.Html!, mail.Calendar!, mail.Subject })
        {
            text.ShouldNotContain(UseProgram.ContactAddress);
            text.ShouldNotContain("1234");
        }
    }

    [Fact]
    public async Task Of_a_confidential_customer_the_prospect_learns_neither_name_nor_person()
    {
        await using (var db = program.Small.Database.Context())
        {
            (await db.Customers.SingleAsync()).MoveToTier(Tier.Confidential);
            await db.SaveChangesAsync();
        }

        await program.ScheduledAsync(program.Days(10));
        var mail = await program.MailAsync(MessageKinds.ProspectInvited);
        foreach (var text in new[] { mail.Body, mail.Html!, mail.Calendar!, mail.Subject })
        {
            text.ShouldNotContain("Alpenbank");
            text.ShouldNotContain("Keller");
        }
    }

    [Fact]
    public async Task A_moved_time_replaces_the_entry_by_a_higher_version()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        var first = await program.MailAsync(MessageKinds.UseScheduled);
        await program.SentAsync();
        await program.ScheduleAsync(number, candidate, program.Days(11), "Room 4");
        var second = await program.MailAsync(MessageKinds.UseMoved);
        Uid(second).ShouldBe(Uid(first));
        first.Calendar!.ShouldContain("SEQUENCE:0");
        second.Calendar!.ShouldContain("SEQUENCE:1");
        second.Calendar!.ShouldContain("LOCATION:Room 4");
        (await program.MailsAsync(MessageKinds.ProspectMoved)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_time_again_writes_to_nobody()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        await program.ScheduleAsync(number, candidate, program.Days(10));
        (await program.MailsAsync(MessageKinds.UseMoved)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_is_cancelled_takes_the_entry_out_of_every_calendar()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        await program.SentAsync();
        await program.Small.Do<RequestTriage>(desk => desk.CancelAsync(number, "Lost to a competitor", program.Small.Rep, default));
        var mails = (await program.MailsAsync()).Where(mail => mail.CalendarMethod == "CANCEL").ToList();
        mails.Select(mail => mail.Kind).ShouldBe([MessageKinds.UseCancelled, MessageKinds.ProspectCancelled, MessageKinds.UseEntry], ignoreOrder: true);
        mails.ShouldAllBe(mail => mail.Calendar!.Contains("SEQUENCE:1", StringComparison.Ordinal) && !mail.Body.Contains("competitor", StringComparison.Ordinal));
        (await program.CandidateAsync(candidate)).CalendarSequence.ShouldBe(1);
    }

    [Fact]
    public async Task A_use_that_is_over_is_called_off_nowhere()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(2));
        program.Small.Clock.Advance(TimeSpan.FromDays(3));
        await program.Small.Do<CandidateUses>(desk => desk.NoteNoShowAsync(number, candidate, null, program.Small.Rep, default));
        (await program.MailsAsync()).ShouldNotContain(mail => mail.CalendarMethod == "CANCEL");
    }

    [Fact]
    public async Task At_another_address_of_the_prospect_the_one_before_is_called_off_and_its_link_ends()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        await program.SentAsync();
        program.Small.Clock.Advance(TimeSpan.FromMinutes(1));
        await program.Small.Do<UseInvitations>(desk => desk.InviteAsync(number, candidate, "mia@northwind.example", "Mia Lund", program.Small.Rep, default));

        var called = await program.MailAsync(MessageKinds.ProspectCancelled);
        (called.Address, called.CalendarMethod).ShouldBe((UseProgram.ProspectAddress, "CANCEL"));
        called.Body.ShouldNotContain("Mia Lund");
        var links = await program.Small.Database.Read(db => db.SignedLinks.AsNoTracking().Where(link => link.Purpose == LinkPurpose.ProspectInvitation).OrderBy(link => link.CreatedAt).ToListAsync());
        links.Select(link => link.RevokedAt is null).ShouldBe([false, true]);
        (await program.Small.RequestAsync(number)).Events[^1].ShouldSatisfyAllConditions(
            line => line.Kind.ShouldBe(RequestEventKind.ProspectInvited), line => line.Note.ShouldBe("mia@northwind.example"));
    }

    [Fact]
    public async Task A_correction_of_the_address_calls_off_the_one_before_too()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));
        await program.SentAsync();
        (await program.Small.CorrectAsync(number, program.Need() with { ProspectEmail = "mia@northwind.example" })).Refusal.ShouldBeNull();
        (await program.MailAsync(MessageKinds.ProspectCancelled)).Address.ShouldBe(UseProgram.ProspectAddress);
        (await program.MailsAsync(MessageKinds.ProspectInvited)).Select(mail => mail.Address).ShouldBe([UseProgram.ProspectAddress, "mia@northwind.example"]);
    }

    [Fact]
    public async Task The_prospect_can_be_invited_once_the_address_is_known()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        var invited = await program.Small.Ask<UseInvitations>(desk => desk.InviteAsync(number, candidate, "mia@northwind.example", "Mia Lund", program.Small.Rep, default));
        invited.Refusal.ShouldBeNull();
        (await program.MailsAsync(MessageKinds.ProspectInvited)).Select(mail => mail.Address).ShouldBe([UseProgram.ProspectAddress, "mia@northwind.example"]);
        (await program.Small.Ask<UseInvitations>(desk => desk.InviteAsync(number, candidate, "two@a.example, b@c.example", null, program.Small.Rep, default))).Field.ShouldBe(UseInvitations.Field);
    }

    [Fact]
    public async Task Nobody_is_flooded_with_invitations()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        await program.SentAsync();
        for (var sent = 1; sent < ProspectAddresses.MostADay; sent++)
        {
            (await InviteAsync("mia@northwind.example")).IsDone.ShouldBeTrue();
            await program.SentAsync();
        }

        (await InviteAsync("victim@elsewhere.example")).Field.ShouldBe(UseInvitations.Field);
        program.Small.Clock.Advance(TimeSpan.FromHours(25));
        (await InviteAsync("mia@northwind.example")).IsDone.ShouldBeTrue();

        Task<Outcome> InviteAsync(string address) => program.Small.Ask<UseInvitations>(desk => desk.InviteAsync(number, candidate, address, "Mia Lund", program.Small.Rep, default));
    }

    [Fact]
    public async Task Corrections_of_the_address_count_as_invitations_too()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        await program.SentAsync();
        for (var sent = 1; sent < ProspectAddresses.MostADay; sent++)
        {
            (await CorrectAsync($"mia{sent}@northwind.example")).Refusal.ShouldBeNull();
            await program.SentAsync();
        }

        (await CorrectAsync("victim@elsewhere.example")).Field.ShouldBe(nameof(RequestNeed.ProspectEmail));
        (await program.MailsAsync()).ShouldNotContain(mail => mail.Address == "victim@elsewhere.example");
        (await program.Small.Ask<UseInvitations>(desk => desk.InviteAsync(number, candidate, "victim@elsewhere.example", null, program.Small.Rep, default))).Field.ShouldBe(UseInvitations.Field);
        (await program.Small.RequestAsync(number)).ProspectEmail.ShouldBe("mia4@northwind.example");
        (await CorrectAsync(null)).Refusal.ShouldBeNull("writing to nobody is always possible");

        Task<Outcome> CorrectAsync(string? address) => program.Small.CorrectAsync(number, program.Need() with { ProspectEmail = address });
    }

    [Fact]
    public async Task The_calendar_file_names_a_confidential_customer_to_those_alone_who_may_know_it()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        (await FileAsync()).ShouldContain("Alpenbank");
        await program.Small.Database.Change(async db => (await db.Customers.SingleAsync()).MoveToTier(Tier.Confidential));
        await program.Small.Database.Change(async db => db.RemoveRange(await db.ContactReleases.ToListAsync()));
        await Should.ThrowAsync<MissingException>(FileAsync);

        Task<string> FileAsync() => program.Small.Ask<UseCalendars, string>(files => files.OfAsync(number, candidate, program.Small.Rep, default));
    }

    private static string Uid(OutboxMessage mail) => mail.Calendar!.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private static List<string> Addresses(OutboxMessage mail) =>
        [.. mail.Calendar!.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(line => line.Contains("mailto:", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf("mailto:", StringComparison.Ordinal) + 7)..])];
}
