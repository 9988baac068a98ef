using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Data;

/// <summary>
/// What is read whole and seldom changes, kept on the node until a notice says that settings changed: at once after a change here, as
/// soon as the change feed is read after one elsewhere. What is kept is shared, so nobody may change it.
/// </summary>
public abstract class SettingCache<T> : IDisposable
    where T : class
{
    private readonly Lock guard = new();
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable listening;
    private volatile T? known;
    private long changes;

    /// <summary>Listens to the node's change hub from now on; reads when first asked.</summary>
    protected SettingCache(IServiceScopeFactory scopes, ChangeHub hub)
    {
        this.scopes = scopes;
        ArgumentNullException.ThrowIfNull(hub);
        listening = hub.Listen(notice =>
        {
            if (notice.Topic == Topic.Settings)
            {
                Forget();
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads it from the database; null where there is nothing to keep yet.</summary>
    protected abstract Task<T?> ReadAsync(ReferenceHubDbContext db, CancellationToken ct);

    /// <summary>It as it is now; without database access unless settings changed.</summary>
    protected async ValueTask<T?> KnownAsync(CancellationToken ct)
    {
        if (known is { } kept)
        {
            return kept;
        }

        var before = Interlocked.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var read = await ReadAsync(scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>(), ct);
        lock (guard)
        {
            // What was read while it changed may be what was before.
            known = before == changes ? read : known;
        }

        return read;
    }

    private void Forget()
    {
        lock (guard)
        {
            changes++;
            known = null;
        }
    }
}
