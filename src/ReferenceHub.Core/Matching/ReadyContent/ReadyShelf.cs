using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// The content in use, kept on the node to be chosen from: read whole when first asked for, then customer by customer from the change
/// feed. Who may see and use a piece is asked of the database when it is offered.
/// </summary>
public sealed class ReadyShelf : IDisposable
{
    private const int MostPatched = 500;
    private readonly ConcurrentDictionary<Guid, int> stale = new();
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly IServiceScopeFactory scopes;
    private readonly CatalogCache catalog;
    private readonly TimeProvider clock;
    private readonly IDisposable listening;
    private volatile Shelf? shelf;

    /// <summary>Listens from now on; reads when first asked.</summary>
    public ReadyShelf(IServiceScopeFactory scopes, CatalogCache catalog, ChangeHub hub, TimeProvider clock)
    {
        (this.scopes, this.catalog, this.clock) = (scopes, catalog, clock);
        ArgumentNullException.ThrowIfNull(hub);
        listening = hub.Listen(notice =>
        {
            if (notice.Topic == Topic.Catalog)
            {
                stale.AddOrUpdate(notice.SubjectId, 1, (_, times) => times + 1);
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Dispose();
        loading.Dispose();
    }

    /// <summary>All content in use, with every change that this node has heard of, and the terms that it speaks of: those known here, or newer ones.</summary>
    internal async ValueTask<(CatalogTerms Terms, ShelfAsset[] Assets)> GetAsync(CatalogTerms known, CancellationToken ct)
    {
        var now = shelf is { } kept && stale.IsEmpty && ReferenceEquals(kept.Terms, known) ? kept : await FreshenAsync(ct);
        return (now.Terms, now.Assets);
    }

    private async Task<Shelf> FreshenAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            var pending = stale.ToArray();
            var snapshot = await catalog.GetAsync(ct);
            var patches = pending.Length <= MostPatched && pending.All(change => change.Key != Guid.Empty);
            var next = patches && shelf is { } had && ReferenceEquals(had.Terms, snapshot.Terms) ? had : new Shelf(snapshot.Terms, await ReadAsync(db, null, snapshot.Terms, snapshot.Find, ct));
            var changed = patches ? pending.Select(change => change.Key).ToHashSet() : [];
            if (changed.Count > 0)
            {
                var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
                var entries = new Dictionary<Guid, CatalogEntry>();
                await foreach (var entry in new CatalogReader(db, next.Terms, today).ReadAsync(changed, ct))
                {
                    entries[entry.Id] = entry;
                }

                var read = await ReadAsync(db, changed, next.Terms, entries.GetValueOrDefault, ct);
                next = next with { Assets = [.. next.Assets.Where(asset => !changed.Contains(asset.Customer.Id)), .. read] };
            }

            foreach (var change in pending)
            {
                stale.TryRemove(change);
            }

            return shelf = next;
        }
        finally
        {
            loading.Release();
        }
    }

    private static async Task<ShelfAsset[]> ReadAsync(ReferenceHubDbContext db, IReadOnlyCollection<Guid>? only, CatalogTerms terms, Func<Guid, CatalogEntry?> find, CancellationToken ct)
    {
        var assets = db.Assets.AsNoTracking().Where(asset => asset.State == AssetState.Published && asset.Confidentiality != Confidentiality.Internal);
        if (only is not null)
        {
            assets = assets.Where(asset => only.Contains(asset.CustomerId));
        }

        var about = (await db.AssetTerms.AsNoTracking().Join(assets, row => row.AssetId, asset => asset.Id, (row, _) => new { row.AssetId, row.TermId }).ToListAsync(ct))
            .ToLookup(row => row.AssetId, row => terms.IndexOf(row.TermId));
        var rows = await assets.Select(asset => new { asset.Id, asset.CustomerId, asset.Kind, asset.Language, asset.Title, asset.PublishedOn, asset.ExpiresOn }).ToListAsync(ct);
        var customers = new Dictionary<Guid, ShelfCustomer?>();
        var read = new List<ShelfAsset>(rows.Count);
        foreach (var row in rows)
        {
            if (!customers.TryGetValue(row.CustomerId, out var customer))
            {
                customers[row.CustomerId] = customer = find(row.CustomerId) is { Status: ReferenceStatus.Active or ReferenceStatus.Paused } entry
                    ? new ShelfCustomer(entry.Id, TextKey.Of(entry.Name), entry.Terms, entry.Staff, entry.LiveSince)
                    : null;
            }

            if (customer is not null)
            {
                read.Add(new ShelfAsset(row.Id, row.Kind, row.Language, TextKey.Of(row.Title), row.PublishedOn, row.ExpiresOn, [.. about[row.Id].Where(term => term >= 0)], customer));
            }
        }

        return [.. read];
    }

    private sealed record Shelf(CatalogTerms Terms, ShelfAsset[] Assets);
}
