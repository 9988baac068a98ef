using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Finds content that answers a need without a call: the best of what this viewer may send to the prospect.</summary>
public sealed class ReadyContent(ReferenceHubDbContext db, ReadyShelf shelf, MatchWeightCache weights, TimeProvider clock)
{
    /// <summary>Pieces offered at most.</summary>
    public const int Most = 3;

    private const int MostOfACustomer = 2;
    private const int Batch = 12;
    private const int Batches = 4;

    /// <summary>The best few pieces for a need as it was searched, best first; only what reaches the prospect, where one is known.</summary>
    public async Task<IReadOnlyList<ReadyAsset>> ForAsync(ReadyNeed need, CatalogAnswer answer, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(answer);
        var score = new ReadyScore(need, answer.Activity.Scope, answer.Terms, answer.Likes, await weights.GetAsync(ct), answer.Today);
        if (!score.IsAsked)
        {
            return [];
        }

        var (terms, assets) = await shelf.GetAsync(answer.Terms, ct);
        if (!ReferenceEquals(terms, answer.Terms))
        {
            // Terms changed since the search: its places would point at others.
            return [];
        }

        var best = Best(assets, score);
        var found = new List<ReadyAsset>(Most);
        PlaceTree? places = null;
        foreach (var some in best.Chunk(Batch).Take(Batches))
        {
            var rows = await UsableAsync([.. some.Select(one => one.Asset.Id)], viewer, answer.Today, ct);
            places ??= need.Prospect is not null && rows.Values.Any(row => row.Permission.Regions.Count > 0) ? await PlaceTree.ReadAsync(db, ct) : null;
            foreach (var (asset, points) in some)
            {
                if (rows.TryGetValue(asset.Id, out var row) && Reaches(row.Permission, need.Prospect, KindFit.ChannelOf(answer.Activity.Scope), places)
                    && found.Count(other => other.CustomerId == row.Asset.CustomerId) < MostOfACustomer)
                {
                    found.Add(row.Asset with
                    {
                        LanguageName = answer.Terms.Find(Facet.Language, row.Asset.Language)?.Name ?? row.Asset.Language,
                        Score = (int)Math.Round(points, MidpointRounding.AwayFromZero),
                        Why = score.WhyOf(asset),
                    });
                }

                if (found.Count == Most)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private static List<(ShelfAsset Asset, double Points)> Best(ShelfAsset[] assets, ReadyScore score)
    {
        var best = new List<(ShelfAsset Asset, double Points)>();
        foreach (var asset in assets)
        {
            var points = score.Of(asset);
            if (points > 0)
            {
                best.Add((asset, points));
            }
        }

        best.Sort((one, other) => other.Points.CompareTo(one.Points) is var byPoints and not 0 ? byPoints
            : other.Asset.PublishedOn.CompareTo(one.Asset.PublishedOn) is var byDay and not 0 ? byDay
            : one.Asset.Id.CompareTo(other.Asset.Id));
        return best;
    }

    private async Task<Dictionary<Guid, Usable>> UsableAsync(List<Guid> ids, Viewer viewer, DateOnly today, CancellationToken ct)
    {
        var assets = await db.Assets.AsNoTracking().Where(asset => ids.Contains(asset.Id)).ShareableBy(viewer, db, clock.UtcNow(), today)
            .Select(asset => new
            {
                asset.Id,
                asset.CustomerId,
                Customer = db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.Name).First(),
                asset.Kind,
                asset.Title,
                asset.Language,
                asset.Link,
                asset.PublishedOn,
            })
            .ToListAsync(ct);
        var customers = assets.ConvertAll(asset => asset.CustomerId);
        var permissions = (await db.Permissions.AsNoTracking().Where(permission => customers.Contains(permission.CustomerId)).ToListAsync(ct))
            .ToDictionary(permission => (permission.CustomerId, permission.Scope));
        return assets.ToDictionary(asset => asset.Id, asset => new Usable(
            new ReadyAsset(asset.Id, asset.CustomerId, asset.Customer, asset.Kind, asset.Title, asset.Language, asset.Link, asset.PublishedOn),
            permissions[(asset.CustomerId, AssetConsent.ScopeOf(asset.Kind))]));
    }

    private static bool Reaches(Permission permission, ProspectPlace? prospect, PermissionChannel channel, PlaceTree? places) =>
        (permission.Channels.Count == 0 || permission.Channels.Contains(channel)) && (prospect is null || permission.Regions.Count == 0 || places!.Covers(permission.Regions, prospect.Key));

    private sealed record Usable(ReadyAsset Asset, Permission Permission);
}
