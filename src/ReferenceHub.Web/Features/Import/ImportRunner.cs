using System.Collections.Concurrent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Import;

/// <summary>Runs started imports beside the requests, so that a page may be left; a shutdown waits for them.</summary>
public sealed class ImportRunner(IServiceScopeFactory scopes, ILogger<ImportRunner> log) : IHostedService
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, Task> running = new();
    private readonly ConcurrentDictionary<Guid, UndoAnswer> refused = new();

    /// <summary>Begins to write a started import and waits a moment, since most are done by then.</summary>
    public async Task BeginAsync(Guid id, Viewer by)
    {
        var run = running.GetOrAdd(id, _ => Task.Run(() => RunAsync(id, by)));
        await Task.WhenAny(run, Task.Delay(ShortWait));
    }

    /// <summary>Begins to take an import back and waits a moment; the answer, or null while it goes on.</summary>
    public async Task<UndoAnswer?> BeginUndoAsync(Guid id, Viewer by)
    {
        var run = running.GetOrAdd(id, _ => Task.Run(() => UndoAsync(id, by)));
        await Task.WhenAny(run, Task.Delay(ShortWait));
        return !run.IsCompleted ? null : run is Task<UndoAnswer> undo ? await undo : new UndoAnswer([], 0);
    }

    /// <summary>Why the last taking back was refused, told once.</summary>
    public UndoAnswer? RefusalOf(Guid id) => refused.TryRemove(id, out var answer) ? answer : null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(Timeout.Infinite, cancellationToken));

    private async Task<UndoAnswer> UndoAsync(Guid id, Viewer by)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answer = await scope.ServiceProvider.GetRequiredService<ImportUndo>().UndoAsync(id, by, CancellationToken.None);
            if (!answer.IsDone)
            {
                refused[id] = answer;
            }

            return answer;
        }
        catch (Exception error) when (error is not (MissingException or IllegalMoveException or ForbiddenException))
        {
            log.LogError(error, "Import {Import} was not taken back", id);
            throw;
        }
        finally
        {
            running.TryRemove(id, out _);
        }
    }

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
