using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>Deals in a viewer's sight, found by the name of the prospect or of the deal; those of others stay unknown.</summary>
internal sealed class DealNames(ReferenceHubDbContext db, Viewer viewer, Func<string, bool> isOrdinary)
{
    private const int MostCompared = 200;

    /// <summary>The deal that the first of these folded words name; of several the open one, then the viewer's own, then the latest to close.</summary>
    public async Task<(Guid Id, NameFit Fit)?> FindAsync(IReadOnlyList<string> typed, bool forgiving, CancellationToken ct)
    {
        var visible = db.Opportunities.AsNoTracking().VisibleTo(viewer, db);
        var rows = new List<Row>();
        foreach (var needle in forgiving ? SlipPieces.Of(typed[0]) : [typed[0]])
        {
            rows.AddRange(await visible.Where(deal => deal.SearchKey.Contains(needle))
                .OrderBy(deal => deal.Outcome == DealOutcome.Open ? 0 : 1)
                .ThenByDescending(deal => deal.CloseOrder)
                .ThenBy(deal => deal.ExternalId)
                .Take(MostCompared)
                .Select(deal => new Row(deal.Id, deal.Name, deal.AccountName, deal.OwnerId, deal.Outcome, deal.CloseOrder))
                .ToListAsync(ct));
        }

        return rows.Select(row => (Row: row, Fit: FitOf(typed, row)))
            .Where(found => found.Fit is not null)
            .OrderBy(found => found.Fit!.Value)
            .ThenBy(found => found.Row.Outcome == DealOutcome.Open ? 0 : 1)
            .ThenBy(found => found.Row.OwnerId == viewer.UserId ? 0 : 1)
            .ThenByDescending(found => found.Row.CloseOrder)
            .Select(found => ((Guid, NameFit)?)(found.Row.Id, found.Fit!.Value))
            .FirstOrDefault();
    }

    private NameFit? FitOf(IReadOnlyList<string> typed, Row row)
    {
        var byDeal = NameLikeness.Of(typed, row.Name, isOrdinary);
        var byAccount = row.AccountName is { } account ? NameLikeness.Of(typed, account, isOrdinary) : null;
        return byDeal is null || (byAccount is not null && byAccount.Value <= byDeal.Value) ? byAccount : byDeal;
    }

    private sealed record Row(Guid Id, string Name, string? AccountName, Guid? OwnerId, DealOutcome Outcome, int CloseOrder);
}
