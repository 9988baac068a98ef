using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Line;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Windows;

/// <summary>Who has how long to answer a sales call (owner 4, customer 6 business hours), and what follows from silence. It starts on Monday 10:42.</summary>
public sealed class ReplyWindowTests : IDisposable
{
    private readonly LineProgram program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData(119, 0)]
    [InlineData(120, 50)]
    [InlineData(192, 80)]
    [InlineData(240, 100)]
    [InlineData(479, 100)]
    public async Task An_owner_is_reminded_at_50_80_and_100_percent_of_their_time(int minutes, int reminded)
    {
        var (number, line) = await program.LinedUpAsync();
        await AfterAsync(minutes);
        var request = await program.Base.RequestAsync(number);
        request.CandidateOf(line[0]).ShouldSatisfyAllConditions(
            candidate => candidate.State.ShouldBe(CandidateState.OwnerAsked),
            candidate => candidate.RemindedAt.ShouldBe(reminded));
        request.Events.Count(each => each.Kind == RequestEventKind.Reminded).ShouldBe(reminded > 0 ? 1 : 0);
    }

    [Fact]
    public async Task An_owner_who_is_silent_for_twice_the_time_counts_as_no_answer_and_the_next_is_asked()
    {
        var (number, line) = await program.LinedUpAsync();
        await AfterAsync(480);
        (await program.StateAsync(number, line[0])).ShouldBe(CandidateState.NoAnswer);
        (await program.StateAsync(number, line[1])).ShouldBe(CandidateState.OwnerAsked);
        (await program.UsesAsync(0)).ShouldBeEmpty();
        (await program.UsesAsync(1)).ShouldHaveSingleItem().State.ShouldBe(UseState.Pending);
    }

    [Theory]
    [InlineData(179, CandidateState.CustomerAsked, 0)]
    [InlineData(180, CandidateState.CustomerAsked, 50)]
    [InlineData(360, CandidateState.CustomerAsked, 50)]
    [InlineData(361, CandidateState.NoAnswer, 0)]
    public async Task A_customer_is_reminded_once_and_let_go_when_the_time_has_passed(int minutes, CandidateState state, int reminded)
    {
        var (number, line) = await program.LinedUpAsync();
        await program.YesAsync(number, line[0]);
        await AfterAsync(minutes);
        await RunAsync();
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).ShouldSatisfyAllConditions(
            candidate => candidate.State.ShouldBe(state),
            candidate => candidate.RemindedAt.ShouldBe(reminded));
        (await program.StateAsync(number, line[1])).ShouldBe(state == CandidateState.NoAnswer ? CandidateState.OwnerAsked : CandidateState.Proposed);
    }

    [Fact]
    public async Task Silence_after_silence_goes_down_the_line_and_then_the_ball_is_with_the_program()
    {
        var (number, _) = await program.LinedUpAsync();
        for (var turn = 0; turn < 3; turn++)
        {
            await AfterAsync(480);
        }

        var request = await program.Base.RequestAsync(number);
        request.Candidates.ShouldAllBe(candidate => candidate.State == CandidateState.NoAnswer);
        request.Ball.ShouldBe(Party.Program);
        (await RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task However_often_it_runs_each_thing_is_done_once()
    {
        var (number, _) = await program.LinedUpAsync();
        await AfterAsync(130);
        (await RunAsync()).ShouldBe(0);
        program.Base.Clock.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync()).ShouldBe(0);
        (await program.Base.RequestAsync(number)).Events.Count(line => line.Kind == RequestEventKind.Reminded).ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_at_once_remind_once()
    {
        var (number, _) = await program.LinedUpAsync();
        program.Base.Clock.MoveTo(Later(130));
        await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());
        (await program.Base.RequestAsync(number)).Events.Count(line => line.Kind == RequestEventKind.Reminded).ShouldBe(1);
    }

    [Fact]
    public async Task A_hold_stops_the_windows()
    {
        var (number, line) = await program.LinedUpAsync();
        var due = (await program.Base.RequestAsync(number)).CandidateOf(line[0]).ReplyDueAt!.Value;
        await program.Base.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Base.Manager, default));
        await AfterAsync(600);
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).RemindedAt.ShouldBe(0);

        await program.Base.Do<RequestTriage>(desk => desk.ResumeAsync(number, "Atlas", program.Base.Rep, default));
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).ReplyDueAt.ShouldBe(Time.AddMinutes(due, 600));
        await AfterAsync(119);
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).RemindedAt.ShouldBe(0);
        await AfterAsync(1);
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).RemindedAt.ShouldBe(50);
    }

    [Fact]
    public async Task Every_party_is_reminded_anew()
    {
        var (number, line) = await program.LinedUpAsync();
        await AfterAsync(200);
        await program.YesAsync(number, line[0]);
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).RemindedAt.ShouldBe(0);
    }

    [Fact]
    public async Task Whom_nobody_could_write_to_is_never_silent_and_the_manager_is_told()
    {
        await program.Base.Database.Change(async db => (await db.Contacts.SingleAsync(contact => contact.CustomerId == program.Base.CustomerId)).Describe("Anna Keller", null, null, "+49 30 1234", ["en"], null));
        var (number, line) = await program.LinedUpAsync();
        await program.YesAsync(number, line[0]);
        (await program.Base.Database.Read(db => db.Notifications.CountAsync(notice => notice.Kind == MessageKinds.MailFailed && notice.UserId == program.Base.Manager.UserId))).ShouldBe(1);

        await AfterAsync(2000);

        var request = await program.Base.RequestAsync(number);
        request.CandidateOf(line[0]).ShouldSatisfyAllConditions(
            candidate => candidate.State.ShouldBe(CandidateState.CustomerAsked),
            candidate => candidate.ReplyDueAt.ShouldBeNull(),
            candidate => candidate.RemindedAt.ShouldBe(0));
        request.Events.ShouldNotContain(each => each.Kind == RequestEventKind.Reminded);
    }

    [Fact]
    public async Task A_reminder_that_reaches_nobody_is_none_and_ends_the_window()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.Base.Database.Change(async db => (await db.Users.SingleAsync(user => user.Id == program.Base.Owner.UserId)).PasswordHash = null);
        await AfterAsync(130);
        (await program.Base.RequestAsync(number)).CandidateOf(line[0]).ShouldSatisfyAllConditions(candidate => candidate.RemindedAt.ShouldBe(0), candidate => candidate.ReplyDueAt.ShouldBeNull());
    }

    private static BusinessTime Time => BusinessCalendar.Standard(Guid.CreateVersion7(), "Europe/Berlin").Time();

    private DateTime Later(int minutes) => Time.AddMinutes(program.Base.Clock.Now, minutes);

    private async Task AfterAsync(int minutes)
    {
        program.Base.Clock.MoveTo(Later(minutes));
        await RunAsync();
    }

    private Task<int> RunAsync() => program.Base.Ask<ReplyWindows, int>(work => work.RunAsync(default));
}
