using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Usage.Comparison;

/// <summary>Runs comparisons that somebody asked for beside the requests, so that the page may be left; a shutdown ends them, and another may begin.</summary>
public sealed class ComparisonRunner(IServiceScopeFactory scopes, ILogger<ComparisonRunner> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource stopping = new();
    private volatile Task running = Task.CompletedTask;
    private volatile bool disposed;

    /// <summary>Begins and waits a moment, since most are done by then; the outcome, or null while it goes on.</summary>
    public async Task<Outcome?> BeginAsync(Viewer by)
    {
        var run = Task.Run(() => RunAsync(by));
        running = run;
        await Task.WhenAny(run, Task.Delay(ShortWait));
        return run.IsCompleted ? await run : null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (disposed)
        {
            return;
        }

        await stopping.CancelAsync();
        await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    public void Dispose()
    {
        disposed = true;
        stopping.Dispose();
    }

    private async Task<Outcome> RunAsync(Viewer by)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<LedgerComparisons>().RunAsync(by, stopping.Token);
        }
        catch (Exception error) when (error is not (ForbiddenException or OperationCanceledException))
        {
            log.LogError(error, "The comparison of the ledgers failed");
            return Outcome.Refuse("The comparison could not be finished. Nothing was changed; try again, and look at the log if it fails again.");
        }
    }
}
