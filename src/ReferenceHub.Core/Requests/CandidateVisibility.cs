using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who sees which candidates of a request in their sight: what <see cref="RequestSight.SeesCandidate"/> says of one, said of many.</summary>
public static class CandidateVisibility
{
    /// <summary>Those of visible requests: all by right, for the requester and for who follows it; for the owner of a customer, or who stands in, those that are one's own.</summary>
    public static IQueryable<Candidate> VisibleTo(this IQueryable<Candidate> candidates, Viewer viewer, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var (me, owners) = (viewer.UserId, viewer.ActsFor);
        var seen = candidates.Where(candidate => db.Requests.VisibleTo(viewer, db).Any(request => request.Id == candidate.RequestId));
        return viewer.Can(Right.SeeAllRequests)
            ? seen
            : seen.Where(candidate => owners.Contains(candidate.Customer!.OwnerId!.Value)
                || db.Requests.Any(request => request.Id == candidate.RequestId && (owners.Contains(request.RequesterId) || request.Watchers.Any(watcher => watcher.UserId == me))));
    }
}
