using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What influenced means, on a deal's page as in the figures. Uses outside the product are no request's, so they do not make it.</summary>
public static class DealInfluence
{
    /// <summary>Deals with at least one completed use of one of these requests linked to them, between opening and close.</summary>
    public static IQueryable<Opportunity> InfluencedBy(this IQueryable<Opportunity> deals, IQueryable<ReferenceRequest> requests, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return deals.Where(deal => requests.Any(request => request.OpportunityId == deal.Id && request.Candidates.Any(candidate =>
            candidate.State == CandidateState.Completed
            && db.LedgerEntries.Any(entry => entry.UseId == candidate.UseId
                && entry.State == UseState.Done
                && !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.Sequence > entry.Sequence)
                && (deal.OpenedOn == null || entry.On >= deal.OpenedOn)
                && (deal.Outcome == DealOutcome.Open || deal.ClosesOn == null || entry.On <= deal.ClosesOn)))));
    }

    /// <summary>Deals all of whose sent requests this viewer sees: of others it must not be told how a request ended.</summary>
    public static IQueryable<Opportunity> InfluenceKnownTo(this IQueryable<Opportunity> deals, Viewer viewer, ReferenceHubDbContext db)
    {
        var seen = db.Requests.VisibleTo(viewer, db).Select(request => request.Id);
        return deals.Where(deal => !db.Requests.Any(request => request.OpportunityId == deal.Id && request.State != RequestState.Draft && !seen.Contains(request.Id)));
    }
}
