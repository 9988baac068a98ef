using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who may see which requests; the guard of every list, page and command.</summary>
public static class RequestVisibility
{
    /// <summary>One's own; sent ones that one follows, of somebody one stands in for, or that ask a customer of either; all sent ones by right. Drafts are their writer's alone. Behind a link the one that it asks about.</summary>
    public static IQueryable<ReferenceRequest> VisibleTo(this IQueryable<ReferenceRequest> requests, Viewer viewer, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        if (viewer.Grant is { About: var held })
        {
            return requests.Where(request => request.State != RequestState.Draft && db.Candidates.Any(candidate => candidate.RequestId == request.Id && candidate.Id == held));
        }

        var (me, owners) = (viewer.UserId, viewer.ActsFor);
        if (viewer.Can(Right.SeeAllRequests))
        {
            return requests.Where(request => request.State != RequestState.Draft || (request.EnteredById ?? request.RequesterId) == me);
        }

        return requests.Where(request => (request.State == RequestState.Draft && (request.EnteredById ?? request.RequesterId) == me)
            || (request.State != RequestState.Draft
                && (request.RequesterId == me
                    || request.Watchers.Any(watcher => watcher.UserId == me)
                    || owners.Contains(request.RequesterId)
                    || db.Candidates.Any(candidate => candidate.RequestId == request.Id
                        && candidate.State != CandidateState.Proposed && owners.Contains(candidate.Customer!.OwnerId!.Value)))));
    }

    /// <summary>Drafts that somebody writes, and sent ones that they ask for.</summary>
    public static IQueryable<ReferenceRequest> OwnOf(this IQueryable<ReferenceRequest> requests, Guid me) => requests.Where(request =>
        (request.State == RequestState.Draft && (request.EnteredById ?? request.RequesterId) == me) || (request.State != RequestState.Draft && request.RequesterId == me));
}
