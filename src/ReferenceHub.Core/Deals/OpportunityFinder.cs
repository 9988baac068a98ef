using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>A deal found by words.</summary>
public sealed record FoundDeal(Guid Id, string ExternalId, string Name, string? AccountName, DealOutcome Outcome);

/// <summary>Finds deals in the viewer's sight by name, account or external id.</summary>
public sealed class OpportunityFinder(ReferenceHubDbContext db)
{
    private const int MostWords = 6;

    /// <summary>Those that hold every word: one's own first, open before closed, latest first; one query.</summary>
    public async Task<IReadOnlyList<FoundDeal>> FindAsync(string? words, int most, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var asked = TextKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var me = viewer.UserId;
        return await asked.Aggregate(db.Opportunities.AsNoTracking().VisibleTo(viewer, db), (deals, word) => deals.Where(deal => deal.SearchKey.Contains(word)))
            .OrderBy(deal => deal.OwnerId == me ? 0 : 1).ThenBy(deal => deal.Outcome == DealOutcome.Open ? 0 : 1).ThenByDescending(deal => deal.CloseOrder).ThenBy(deal => deal.ExternalId)
            .Take(most)
            .Select(deal => new FoundDeal(deal.Id, deal.ExternalId, deal.Name, deal.AccountName, deal.Outcome))
            .ToListAsync(ct);
    }
}
