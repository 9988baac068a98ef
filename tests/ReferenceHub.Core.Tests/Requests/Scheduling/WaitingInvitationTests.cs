using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>Invitations that have not gone out give way to what came after them: the newest mail alone goes out, and none to whom nothing was sent.</summary>
public sealed class WaitingInvitationTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task An_invitation_that_still_waits_is_called_off_with_its_use_and_nobody_hears_of_a_cancellation()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));

        await CancelAsync(number);

        (await EntriesAsync(OutboxState.CalledOff)).ShouldBe([MessageKinds.ProspectInvited, MessageKinds.UseEntry, MessageKinds.UseScheduled]);
        (await EntriesAsync(OutboxState.Waiting)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_invitation_went_out_gets_the_cancellation_the_others_get_none()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));
        await OnAsync(MessageKinds.ProspectInvited, mail => mail.Sent(program.Small.Clock.Now));

        await CancelAsync(number);

        (await EntriesAsync(OutboxState.Waiting)).ShouldBe([MessageKinds.ProspectCancelled]);
        (await EntriesAsync(OutboxState.CalledOff)).ShouldBe([MessageKinds.UseEntry, MessageKinds.UseScheduled]);
    }

    [Fact]
    public async Task What_a_node_sends_at_this_moment_counts_as_sent_and_is_not_tried_again()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));
        await OnAsync(MessageKinds.UseEntry, mail => mail.Claim(program.Small.Clock.Now, TimeSpan.FromMinutes(5)));

        await CancelAsync(number);

        (await EntriesAsync(OutboxState.Waiting)).ShouldBe([MessageKinds.UseEntry]);
        var entries = await program.MailsAsync(MessageKinds.UseEntry);
        entries.ShouldContain(mail => mail.State == OutboxState.Waiting && mail.CalendarMethod == "CANCEL");
        entries.ShouldContain(mail => mail.State == OutboxState.CalledOff && mail.CalendarMethod == "REQUEST");
    }

    [Fact]
    public async Task What_the_server_refused_or_gave_up_never_went_out()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));
        await OnAsync(MessageKinds.UseEntry, mail =>
        {
            mail.Claim(program.Small.Clock.Now, TimeSpan.FromMinutes(5));
            mail.Failed(program.Small.Clock.Now, "Nobody answers");
        });
        await OnAsync(MessageKinds.ProspectInvited, mail => mail.Failed(program.Small.Clock.Now, "No such address", hopeless: true));

        await CancelAsync(number);

        (await EntriesAsync(OutboxState.Waiting)).ShouldBeEmpty();
        (await EntriesAsync(OutboxState.Dead)).ShouldBeEmpty("nobody tries an invitation again to what is called off");
    }

    [Fact]
    public async Task A_sender_that_took_the_invitation_first_makes_the_cancellation_go()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));
        await using var late = program.Small.Database.Context();
        var seen = await late.OutboxMessages.SingleAsync(mail => mail.Kind == MessageKinds.UseEntry);
        seen.CallOff();
        await OnAsync(MessageKinds.UseEntry, mail => mail.Claim(program.Small.Clock.Now, TimeSpan.FromMinutes(5)));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());

        await CancelAsync(number);
        (await EntriesAsync(OutboxState.Waiting)).ShouldBe([MessageKinds.UseEntry]);
    }

    [Fact]
    public async Task A_time_that_moves_before_its_invitation_went_out_is_an_invitation_to_the_new_one()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));

        await program.ScheduleAsync(number, candidate, program.Days(11));
        await program.ScheduleAsync(number, candidate, program.Days(12));

        (await EntriesAsync(OutboxState.Waiting)).ShouldBe([MessageKinds.ProspectInvited, MessageKinds.UseEntry, MessageKinds.UseScheduled]);
        var waiting = (await program.MailsAsync()).Where(mail => mail.State == OutboxState.Waiting && mail.CalendarMethod is not null).ToList();
        waiting.ShouldAllBe(mail => mail.Calendar!.Contains("SEQUENCE:2", StringComparison.Ordinal) && mail.Calendar!.Contains("DTSTART:20261205T090000Z", StringComparison.Ordinal));
        waiting.ShouldAllBe(mail => !mail.Subject.Contains("New time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_new_times_the_last_alone_goes_out()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        await program.SentAsync();
        await program.ScheduleAsync(number, candidate, program.Days(11));

        await program.ScheduleAsync(number, candidate, program.Days(12));

        (await EntriesAsync(OutboxState.Waiting)).ShouldBe([MessageKinds.ProspectMoved, MessageKinds.UseEntry, MessageKinds.UseMoved]);
        (await EntriesAsync(OutboxState.CalledOff)).ShouldBe([MessageKinds.ProspectMoved, MessageKinds.UseEntry, MessageKinds.UseMoved]);
        await CancelAsync(number);
        (await EntriesAsync(OutboxState.Waiting)).ShouldBe([MessageKinds.ProspectCancelled, MessageKinds.UseCancelled, MessageKinds.UseEntry]);
    }

    [Fact]
    public async Task A_contact_who_picked_the_time_and_was_never_invited_is_told_that_nothing_is_left_to_do()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await program.SentAsync();
        await program.ScheduleAsync(number, candidate, program.Days(10));

        await CancelAsync(number);

        (await program.MailAsync(MessageKinds.CustomerWithdrawn)).Address.ShouldBe(UseProgram.ContactAddress);
        (await program.MailsAsync(MessageKinds.UseCancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_that_waits_is_called_off_with_the_time_it_names()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(2));
        await program.SentAsync();
        program.Small.Clock.Advance(TimeSpan.FromDays(1));
        await program.Small.Ask<UseReminders, int>(work => work.RunAsync(default));
        (await program.MailsAsync(MessageKinds.UseReminder)).Count.ShouldBe(2);

        await program.ScheduleAsync(number, candidate, program.Days(9));

        (await program.MailsAsync(MessageKinds.UseReminder)).ShouldAllBe(mail => mail.State == OutboxState.CalledOff);
    }

    [Fact]
    public async Task Another_address_before_the_first_was_written_to_leaves_the_first_in_peace()
    {
        var (number, _) = await program.ScheduledAsync(program.Days(10));

        (await program.Small.CorrectAsync(number, program.Need() with { ProspectEmail = "mia@northwind.example" })).Refusal.ShouldBeNull();

        (await program.MailsAsync(MessageKinds.ProspectCancelled)).ShouldBeEmpty();
        (await program.MailsAsync(MessageKinds.ProspectInvited)).Select(mail => (mail.Address, mail.State)).ShouldBe(
            [(UseProgram.ProspectAddress, OutboxState.CalledOff), ("mia@northwind.example", OutboxState.Waiting)], ignoreOrder: true);
    }

    private Task CancelAsync(int number) => program.Small.Do<RequestTriage>(desk => desk.CancelAsync(number, null, program.Small.Rep, default));

    private async Task<List<string>> EntriesAsync(OutboxState state) =>
        [.. (await program.MailsAsync()).Where(mail => mail.CalendarMethod is not null && mail.State == state).Select(mail => mail.Kind).Order(StringComparer.Ordinal)];

    private Task OnAsync(string kind, Action<OutboxMessage> change) => program.Small.Database.Change(async db => change(await db.OutboxMessages.SingleAsync(mail => mail.Kind == kind)));
}
