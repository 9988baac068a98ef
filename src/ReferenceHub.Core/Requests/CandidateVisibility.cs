using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who sees which candidates of a request in their sight: what <see cref="RequestSight.SeesCandidate"/> says of one, said of many.</summary>
public static class CandidateVisibility
{
    /// <summary>Those of visible requests: all by right and for the requester; for the owner of a customer those that are one's own.</summary>
    public static IQueryable<Candidate> VisibleTo(this IQueryable<Candidate> candidates, Viewer viewer, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var me = viewer.UserId;
        var seen = candidates.Where(candidate => db.Requests.VisibleTo(viewer, db).Any(request => request.Id == candidate.RequestId));
        return viewer.Can(Right.SeeAllRequests)
            ? seen
            : seen.Where(candidate => candidate.Customer!.OwnerId == me || db.Requests.Any(request => request.Id == candidate.RequestId && request.RequesterId == me));
    }
}
