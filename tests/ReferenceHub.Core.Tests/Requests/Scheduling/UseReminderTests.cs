using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>A business day before, and afterwards.</summary>
public sealed class UseReminderTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Both_sides_are_reminded_once_a_business_day_before_which_may_be_three_days()
    {
        await program.ScheduledAsync(program.Days(7));
        await AtAsync(program.Days(4, 8), 0);
        await AtAsync(program.Days(0, 9), 1);
        await AtAsync(program.Days(0, 10), 0);
        (await program.MailsAsync(MessageKinds.UseReminder)).Select(mail => mail.Address).ShouldBe([UseProgram.ContactAddress, UseProgram.ProspectAddress], ignoreOrder: true);
        (await program.NoticesAsync(MessageKinds.UseAhead)).Single().UserId.ShouldBe(program.Small.Rep.UserId);
    }

    [Fact]
    public async Task A_moved_use_is_reminded_of_again()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(7));
        await AtAsync(program.Days(4, 9), 1);
        await program.ScheduleAsync(number, candidate, program.Days(7));
        await AtAsync(program.Days(6, 9), 1);
        (await program.MailsAsync(MessageKinds.UseReminder)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_agreed_for_tomorrow_needs_no_reminder()
    {
        await program.ScheduledAsync(program.Days(1));
        (await RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_requester_is_asked_once_whether_it_was_held()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(1));
        await AtAsync(program.Days(1, 9).AddMinutes(20), 0);
        await AtAsync(program.Days(0, 9).AddMinutes(30), 1);
        await AtAsync(program.Days(1, 9), 0);
        var notice = (await program.NoticesAsync(MessageKinds.UseWasHeld)).Single();
        notice.UserId.ShouldBe(program.Small.Rep.UserId);
        notice.Path.ShouldStartWith($"/requests/{number}?open=complete-{candidate}");
    }

    [Fact]
    public async Task Uses_that_need_nothing_yet_keep_no_writer_waiting()
    {
        await program.ScheduledAsync(program.Days(7));
        await using var scope = program.Small.Database.Scope();
        using var writing = await scope.ServiceProvider.GetRequiredService<ContextServices>().Gate.EnterAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        (await program.Small.Ask<UseReminders, int>(work => work.RunAsync(patience.Token))).ShouldBe(0);
    }

    private async Task AtAsync(DateTime at, int expected)
    {
        program.Small.Clock.Advance(at - program.Small.Clock.Now);
        (await RunAsync()).ShouldBe(expected);
    }

    private Task<int> RunAsync() => program.Small.Ask<UseReminders, int>(work => work.RunAsync(default));
}
