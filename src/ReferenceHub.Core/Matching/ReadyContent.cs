using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Published content about a customer that fits.</summary>
public sealed record ReadyAsset(Guid Id, Guid CustomerId, string CustomerName, AssetKind Kind, string Title, string Language, string? Link, DateOnly PublishedOn);

/// <summary>Finds content that answers a need without a call: that of the best fitting customers whose name this viewer sees.</summary>
public sealed class ReadyContent(ReferenceHubDbContext db)
{
    private const int Most = 3;

    /// <summary>The best few pieces for the rows of a search, in their order; stories and videos before shorter ones; only what reaches the prospect's place, where it is known.</summary>
    public async Task<IReadOnlyList<ReadyAsset>> ForAsync(IEnumerable<MatchRow> rows, DateOnly today, CancellationToken ct, string? place = null)
    {
        var names = rows.Where(row => row is { NameHidden: false, Content: > 0 }).ToDictionary(row => row.CustomerId, row => row.Name);
        if (names.Count == 0)
        {
            return [];
        }

        var ranks = names.Keys.Select((id, rank) => (id, rank)).ToDictionary(pair => pair.id, pair => pair.rank);
        var ids = names.Keys.ToList();
        var assets = await db.Assets.AsNoTracking()
            .Where(asset => ids.Contains(asset.CustomerId) && asset.Kind != AssetKind.Logo)
            .UsableOn(today, db)
            .Where(asset => db.Customers.Present().Any(customer => customer.Id == asset.CustomerId && (customer.Status == ReferenceStatus.Active || customer.Status == ReferenceStatus.Paused)))
            .Select(asset => new { asset.Id, asset.CustomerId, asset.Kind, asset.Title, asset.Language, asset.Link, asset.PublishedOn })
            .ToListAsync(ct);
        var reach = place is null || assets.Count == 0 ? null : await ReachAsync(ids, ct);
        return
        [
            .. assets
                .Where(asset => reach is null || AssetConsent.WhyNot(asset.Kind, [.. reach.Permissions[asset.CustomerId]], today, place, PermissionChannel.Sales, reach.Places) is null)
                .OrderBy(asset => asset.Kind is AssetKind.Story or AssetKind.Video ? 0 : 1)
                .ThenBy(asset => ranks[asset.CustomerId])
                .ThenByDescending(asset => asset.PublishedOn)
                .Take(Most)
                .Select(asset => new ReadyAsset(asset.Id, asset.CustomerId, names[asset.CustomerId], asset.Kind, asset.Title, asset.Language, asset.Link, asset.PublishedOn)),
        ];
    }

    private async Task<Reach> ReachAsync(List<Guid> customers, CancellationToken ct) => new(
        (await db.Permissions.AsNoTracking().Where(permission => customers.Contains(permission.CustomerId)).ToListAsync(ct)).ToLookup(permission => permission.CustomerId),
        await PlaceTree.ReadAsync(db, ct));

    private sealed record Reach(ILookup<Guid, Permission> Permissions, PlaceTree Places);
}
