using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReferenceHub.Core.Data;
using ReferenceHub.Web.Infrastructure.Jobs;

namespace ReferenceHub.Web.Tests.Jobs;

/// <summary>Work that goes on beside the requests.</summary>
public sealed class SideRunnerTests : IAsyncLifetime, IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly SideRunner runner;

    public SideRunnerTests() => runner = new SideRunner(services.GetRequiredService<IServiceScopeFactory>(), NullLogger<SideRunner>.Instance);

    public Task InitializeAsync() => runner.StartAsync(default);

    public Task DisposeAsync() => runner.StopAsync(default);

    public void Dispose()
    {
        runner.Dispose();
        services.Dispose();
    }

    [Fact]
    public async Task Two_pieces_run_at_a_time_whatever_waits()
    {
        var (now, most) = (0, 0);
        var ends = Enumerable.Range(0, 20).Select(_ => runner.Begin(new Deed(async (_, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            for (var turn = 0; turn < 50; turn++)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref now);
        }))).ToList();

        (await Task.WhenAll(ends)).ShouldAllBe(outcome => outcome.IsDone);
        most.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task One_that_fails_says_so_and_does_not_stop_the_next()
    {
        for (var each = 0; each < 3; each++)
        {
            (await runner.Begin(new Deed((_, _) => throw new InvalidOperationException("broken")))).Refusal!.ShouldContain("could not be finished");
        }

        (await runner.Begin(new Deed((_, _) => Task.CompletedTask))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_takes_long_goes_on_when_nobody_waits_for_it_any_more()
    {
        var gate = new TaskCompletionSource();
        var deed = new Deed((_, _) => gate.Task);

        (await runner.BeginAsync(deed)).ShouldBeNull();
        gate.SetResult();
        (await runner.BeginAsync(new Deed((_, _) => Task.CompletedTask))).ShouldNotBeNull().IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Whatever_runs_or_waits_gives_signs_of_life_and_one_that_cannot_does_not_silence_the_others()
    {
        var (gate, busy) = (new TaskCompletionSource(), new CountdownEvent(2));
        var mute = new Deed(Hold, () => throw new InvalidOperationException("the database is away"));
        var (running, waiting) = (new Deed(Hold), new Deed((_, _) => Task.CompletedTask));
        var ends = new[] { mute, running, waiting }.Select(runner.Begin).ToList();
        busy.Wait();

        await runner.BeatAsync(default);

        running.Beats.ShouldContain(42);
        waiting.Beats.ShouldContain(0);
        gate.SetResult();
        (await Task.WhenAll(ends)).ShouldAllBe(outcome => outcome.IsDone);

        async Task Hold(IProgress<int> progress, CancellationToken ct)
        {
            progress.Report(42);
            busy.Signal();
            await gate.Task.WaitAsync(ct);
        }
    }

    [Fact]
    public async Task A_shutdown_stops_what_runs_and_waits_until_it_has()
    {
        var (began, left) = (new TaskCompletionSource(), false);
        var end = runner.Begin(new Deed(async (_, ct) =>
        {
            began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                left = true;
            }
        }));
        await began.Task;

        await runner.StopAsync(default);

        left.ShouldBeTrue();
        (await end).Refusal!.ShouldContain("being stopped");
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
        {
            if (Interlocked.CompareExchange(ref most, value, seen) == seen)
            {
                return;
            }
        }
    }

    private sealed class Deed(Func<IProgress<int>, CancellationToken, Task> deed, Action? onBeat = null) : ISideWork
    {
        public ConcurrentQueue<int> Beats { get; } = [];

        public async Task<Outcome> RunAsync(IServiceProvider services, IProgress<int> progress, CancellationToken ct)
        {
            await deed(progress, ct);
            return Outcome.Done;
        }

        public Task BeatAsync(IServiceProvider services, int percent, CancellationToken ct)
        {
            onBeat?.Invoke();
            Beats.Enqueue(percent);
            return Task.CompletedTask;
        }
    }
}
