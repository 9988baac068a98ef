using System.Collections.Concurrent;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Import;

/// <summary>Runs started imports beside the requests, so that a page may be left; a shutdown waits for them.</summary>
public sealed class ImportRunner(IServiceScopeFactory scopes, ILogger<ImportRunner> log) : IHostedService
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    /// <summary>Begins to write a started import and waits a moment, since most are done by then.</summary>
    public async Task BeginAsync(Guid id, Viewer by)
    {
        var run = running.GetOrAdd(id, _ => Task.Run(() => RunAsync(id, by)));
        await Task.WhenAny(run, Task.Delay(ShortWait));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(Timeout.Infinite, cancellationToken));

    private async Task RunAsync(Guid id, Viewer by)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ImportService>().RunAsync(id, by, CancellationToken.None);
        }
        catch (Exception error)
        {
            log.LogError(error, "Import {Import} failed; nothing was written", id);
        }
        finally
        {
            running.TryRemove(id, out _);
        }
    }
}
