using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>One line of a deal's history, with the changes this viewer may see.</summary>
public sealed record DealHistoryLine(DateTime At, string ActorName, string Summary, IReadOnlyList<FieldChange> Changes);

/// <summary>Reads what happened to a deal.</summary>
public sealed class DealHistoryQueries(ReferenceHubDbContext db)
{
    private const int Shown = 50;

    /// <summary>The latest lines of a deal with this owner, and of those that were merged into it.</summary>
    public async Task<IReadOnlyList<DealHistoryLine>> OfAsync(Guid opportunityId, Guid? ownerId, Viewer viewer, CancellationToken ct)
    {
        var seesAmounts = viewer.MaySeeAmountOf(ownerId);
        var lines = await db.HistoryEvents.AsNoTracking()
            .Where(line => line.Subject == SubjectKind.Opportunity && (line.SubjectId == opportunityId || db.Opportunities.Any(deal => deal.Id == line.SubjectId && deal.MergedIntoId == opportunityId)))
            .OrderByDescending(line => line.At)
            .Take(Shown)
            .ToListAsync(ct);
        return lines.ConvertAll(line => new DealHistoryLine(line.At, line.ActorName, line.Summary, line.Changes.FindAll(change => seesAmounts || !change.Secret)));
    }
}
