using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>
/// Usage of every customer in this node's memory, for matching and lists: loaded whole, then patched by customer from the change feed.
/// A convenience, not the truth: whoever reserves reads the database again.
/// </summary>
public sealed class UsageOverlay : IDisposable
{
    private volatile ConcurrentDictionary<Guid, CustomerUsage> usages = new();
    private readonly ConcurrentDictionary<Guid, int> stale = new();
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable listening;
    private readonly TimeProvider clock;
    private volatile PolicyBook policies = PolicyBook.Empty;
    private volatile bool loaded;
    private volatile bool settingsChanged;

    /// <summary>Listens from now on; loads when first asked.</summary>
    public UsageOverlay(IServiceScopeFactory scopes, ChangeHub hub, TimeProvider clock)
    {
        this.scopes = scopes;
        this.clock = clock;
        listening = hub.Listen(Hear);
    }

    /// <summary>The policies in force, as last read.</summary>
    public PolicyBook Policies => policies;

    /// <summary>A customer's usage as last read.</summary>
    public CustomerUsage Of(Guid customerId) => usages.GetValueOrDefault(customerId) ?? CustomerUsage.None(customerId);

    /// <summary>Reads what changed since; everything the first time. Call once before a run of <see cref="Of"/>.</summary>
    public async Task EnsureLoadedAsync(CancellationToken ct)
    {
        if (loaded && !settingsChanged && !PoliciesEnded && stale.IsEmpty)
        {
            return;
        }

        await loading.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            await FreshenAsync(db, ct);
        }
        finally
        {
            loading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Dispose();
        loading.Dispose();
    }

    // An edition that was planned has started.
    private bool PoliciesEnded => policies.EndsAt <= clock.UtcNow();

    private void Hear(ChangeNotice notice)
    {
        if (notice.Topic == Topic.Usage && notice.SubjectId != Guid.Empty)
        {
            stale.AddOrUpdate(notice.SubjectId, 1, (_, times) => times + 1);
        }
        else if (notice.Topic == Topic.Usage)
        {
            loaded = false;
        }
        else if (notice.Topic == Topic.Settings)
        {
            settingsChanged = true;
        }
    }

    private async Task FreshenAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        if (settingsChanged || PoliciesEnded || !loaded)
        {
            settingsChanged = false;
            policies = await PolicyBooks.LoadAsync(db, customerId: null, clock.UtcNow(), ct);
        }

        if (!loaded)
        {
            stale.Clear();
            loaded = true;
            await LoadAsync(db, customerId: null, ct);
            return;
        }

        foreach (var (customerId, times) in stale.ToArray())
        {
            await LoadAsync(db, customerId, ct);
            stale.TryRemove(new KeyValuePair<Guid, int>(customerId, times));
        }
    }

    private async Task LoadAsync(ReferenceHubDbContext db, Guid? customerId, CancellationToken ct)
    {
        try
        {
            var uses = (await Current(db, customerId).ToListAsync(ct)).Select(entry => entry.AsUse()).Where(use => use.Stands).ToLookup(use => use.CustomerId);
            var signals = (await db.UsageSignals.AsNoTracking().Where(signal => customerId == null || signal.CustomerId == customerId).ToListAsync(ct))
                .ToLookup(signal => signal.CustomerId);
            var target = customerId is null ? new ConcurrentDictionary<Guid, CustomerUsage>() : usages;
            foreach (var id in uses.Select(group => group.Key).Union(signals.Select(group => group.Key)).Union(customerId is { } one ? [one] : []))
            {
                target[id] = new CustomerUsage(id, [.. uses[id]], [.. signals[id]]);
            }

            usages = target;
        }
        catch when (customerId is null)
        {
            loaded = false;
            throw;
        }
    }

    // The last entry of each use says it all.
    private static IQueryable<LedgerEntry> Current(ReferenceHubDbContext db, Guid? customerId) => db.LedgerEntries.AsNoTracking()
        .Where(entry => customerId == null || entry.CustomerId == customerId)
        .Where(entry => !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.Sequence > entry.Sequence));
}
