using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Content found by words; whoever sees it sees the customer's name.</summary>
public sealed record FoundContent(Guid Id, AssetKind Kind, string Title, string CustomerName, AssetState State);

/// <summary>Finds content in the viewer's sight by words.</summary>
public sealed class ContentFinder(ReferenceHubDbContext db, OrganisationCache organisation, TimeProvider clock)
{
    /// <summary>What has every word, published before drafts, newest first; one query.</summary>
    public async Task<IReadOnlyList<FoundContent>> FindAsync(string? words, int most, Viewer viewer, CancellationToken ct)
    {
        var asked = SearchWords.Asked(words);
        if (asked.Count == 0)
        {
            return [];
        }

        var now = clock.UtcNow();
        var today = Zones.DateIn((await organisation.GetAsync(ct)).ZoneId, now);
        return await db.Assets.AsNoTracking().VisibleTo(viewer, db, now, today).Having(asked, db)
            .OrderBy(asset => asset.State == AssetState.Published ? 0 : 1).ThenByDescending(asset => asset.PublishedOn).ThenBy(asset => asset.Id)
            .Take(most)
            .Select(asset => new FoundContent(asset.Id, asset.Kind, asset.Title, db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.Name).First(), asset.State))
            .ToListAsync(ct);
    }
}
