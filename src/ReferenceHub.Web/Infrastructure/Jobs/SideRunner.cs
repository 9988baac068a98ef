using System.Collections.Concurrent;
using System.Threading.Channels;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure.Jobs;

/// <summary>
/// Runs side work beside the requests, two pieces at a time on a node, so that a page may be left. A shutdown stops what runs and drops what waits;
/// work that is to be taken up again has a row that it gives signs of life to.
/// </summary>
public sealed class SideRunner(IServiceScopeFactory scopes, ILogger<SideRunner> log) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private readonly Channel<Piece> waiting = Channel.CreateUnbounded<Piece>();
    private readonly ConcurrentDictionary<Piece, bool> begun = new();

    /// <summary>Begins and waits a moment, since most are done by then; what it came to, or null while it goes on.</summary>
    public async Task<Outcome?> BeginAsync(ISideWork work)
    {
        var end = Begin(work);
        await Task.WhenAny(end, Task.Delay(ShortWait));
        return end.IsCompleted ? await end : null;
    }

    /// <summary>Begins as soon as it is its turn; ends with what it came to.</summary>
    public Task<Outcome> Begin(ISideWork work)
    {
        var piece = new Piece(work);
        begun[piece] = true;
        waiting.Writer.TryWrite(piece);
        return piece.End;
    }

    /// <summary>Lets each piece that has not ended give a sign of life; done every two seconds.</summary>
    public async Task BeatAsync(CancellationToken ct)
    {
        foreach (var piece in begun.Keys)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await piece.Work.BeatAsync(scope.ServiceProvider, piece.Percent, ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(error, "{Work} could not give a sign of life", piece.Work);
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll([BeatOnAsync(stoppingToken), .. Enumerable.Range(0, AtOnce).Select(_ => WorkOnAsync(stoppingToken))]);

    private async Task WorkOnAsync(CancellationToken ct)
    {
        await foreach (var piece in waiting.Reader.ReadAllAsync(ct))
        {
            var outcome = await RunAsync(piece, ct);
            begun.TryRemove(piece, out _);
            piece.Ended(outcome);
        }
    }

    private async Task<Outcome> RunAsync(Piece piece, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await piece.Work.RunAsync(scope.ServiceProvider, piece, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogInformation("{Work} was stopped with the server", piece.Work);
            return Outcome.Refuse("The server is being stopped. Try again in a moment.");
        }
        catch (Exception error)
        {
            log.LogError(error, "{Work} failed", piece.Work);
            return Outcome.Refuse("This could not be finished, and nothing was changed. Try again; if it fails again, the server's log says why.");
        }
    }

    private async Task BeatOnAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(ct))
        {
            await BeatAsync(ct);
        }
    }

    private sealed class Piece(ISideWork work) : IProgress<int>
    {
        private readonly TaskCompletionSource<Outcome> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile int percent;

        public ISideWork Work => work;

        public int Percent => percent;

        public Task<Outcome> End => end.Task;

        public void Report(int value) => percent = value;

        public void Ended(Outcome outcome) => end.SetResult(outcome);
    }
}
