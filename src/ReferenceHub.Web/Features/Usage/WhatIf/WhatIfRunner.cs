using System.Collections.Concurrent;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>Runs replays beside the requests, two at a time, so that a page may be left. A shutdown stops them; they are taken up again.</summary>
public sealed class WhatIfRunner(IServiceScopeFactory scopes, WhatIfProgress progress, ILogger<WhatIfRunner> log) : IHostedService, IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, Task> running = new();
    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly CancellationTokenSource stop = new();
    private volatile bool disposed;

    /// <summary>Begins a replay and waits a moment, since most are done by then.</summary>
    public async Task BeginAsync(Guid id)
    {
        if (progress.TryTake(id))
        {
            var run = running[id] = Task.Run(() => RunAsync(id, stop.Token));
            _ = run.ContinueWith(_ => running.TryRemove(id, out Task? _), TaskScheduler.Default);
            await Task.WhenAny(run, Task.Delay(ShortWait));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (disposed)
        {
            return;
        }

        await stop.CancelAsync();
        await Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(Timeout.Infinite, cancellationToken));
    }

    public void Dispose()
    {
        disposed = true;
        stop.Dispose();
        turns.Dispose();
    }

    private async Task RunAsync(Guid id, CancellationToken ct)
    {
        var hasTurn = false;
        try
        {
            await turns.WaitAsync(ct);
            hasTurn = true;
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WhatIfService>().RunAsync(id, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogInformation("Replay {Replay} was stopped and is taken up again", id);
        }
        catch (Exception error)
        {
            log.LogError(error, "Replay {Replay} failed", id);
        }
        finally
        {
            if (hasTurn)
            {
                turns.Release();
            }

            progress.End(id);
        }
    }
}
