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
            var rows = await UsableAsync([.. some.Select(one => one.Asset.Id)], viewer, need.Requester, answer.Today, ct);
            places = places is null && need.Prospect is not null && rows.Values.Any(row => row.Permission.Regions.Count > 0) ? await PlaceTree.ReadAsync(db, ct) : places;
            foreach (var (asset, points) in some)
            {
                if (rows.TryGetValue(asset.Id, out var row) && Reaches(row, need.Prospect, KindFit.ChannelOf(answer.Activity.Scope), answer.Today, places)
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

    // What nothing has to be said against comes first.
    private static List<(ShelfAsset Asset, double Points)> Best(ShelfAsset[] assets, ReadyScore score)
    {
        var best = new List<(ShelfAsset Asset, double Points, bool Plain)>();
        foreach (var asset in assets)
        {
            var points = score.Of(asset);
            if (points > 0)
            {
                best.Add((asset, points, score.IsPlain(asset)));
            }
        }

        best.Sort((one, other) => other.Plain.CompareTo(one.Plain) is var byPlain and not 0 ? byPlain
            : other.Points.CompareTo(one.Points) is var byPoints and not 0 ? byPoints
            : other.Asset.PublishedOn.CompareTo(one.Asset.PublishedOn) is var byDay and not 0 ? byDay
            : one.Asset.Id.CompareTo(other.Asset.Id));
        return best.ConvertAll(one => (one.Asset, one.Points));
    }

    private async Task<Dictionary<Guid, Usable>> UsableAsync(List<Guid> ids, Viewer viewer, Viewer? requester, DateOnly today, CancellationToken ct)
    {
        var shareable = db.Assets.AsNoTracking().Where(asset => ids.Contains(asset.Id)).ShareableBy(viewer, db, clock.UtcNow(), today);
        if (requester is not null && requester.UserId != viewer.UserId)
        {
            shareable = shareable.ShareableBy(requester, db, clock.UtcNow(), today);
        }

        var assets = await shareable
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

    // The question that is asked again when a piece is chosen; while no deal is, regions wait.
    private static bool Reaches(Usable row, ProspectPlace? prospect, PermissionChannel channel, DateOnly today, PlaceTree? places) =>
        (prospect is null || row.Permission.Regions.Count == 0
            ? AssetConsent.WhyNot(row.Asset.Kind, [row.Permission], today, channel)
            : AssetConsent.WhyNot(row.Asset.Kind, [row.Permission], today, prospect.Key, channel, places!)) is null;

    private sealed record Usable(ReadyAsset Asset, Permission Permission);
}
