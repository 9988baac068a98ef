using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Where the prospect of a request is, for permissions that are limited to regions.</summary>
public sealed class ProspectPlaces(ReferenceHubDbContext db)
{
    /// <summary>The region of the deal it serves, else the one that the requester named; null where it is not known.</summary>
    public async Task<string?> OfAsync(ReferenceRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request.OpportunityId is { } deal ? await db.Opportunities.Where(row => row.Id == deal).Select(row => row.RegionKey).SingleOrDefaultAsync(ct) : null) ?? request.ProspectRegion;
    }

    /// <summary>Where the prospect of a deal is that the viewer may name; null while none is chosen.</summary>
    public async Task<ProspectPlace?> OfDealAsync(Guid? dealId, Viewer viewer, CancellationToken ct) => dealId is { } id
        ? await db.Opportunities.PickableBy(viewer).Where(deal => deal.Id == id).Select(deal => new ProspectPlace(deal.RegionKey)).SingleOrDefaultAsync(ct)
        : null;

    /// <summary>Where the prospect of a request is, and who asked where that is somebody else: what content chosen for it is held against.</summary>
    public async Task<(ProspectPlace Place, Viewer? Requester)> OfRequestAsync(Guid requestId, Viewer viewer, CancellationToken ct)
    {
        var request = await db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => request.Id == requestId)
            .Select(request => new { Place = request.Opportunity!.RegionKey ?? request.ProspectRegion, request.Requester }).SingleAsync(ct);
        return (new ProspectPlace(request.Place), request.Requester!.Id == viewer.UserId ? null : request.Requester.AsViewer());
    }

    /// <summary>The parties on the route of a candidate: a yes that does not reach the prospect's region or RFPs is none, so the owner is asked.</summary>
    public async Task<IReadOnlyList<Party>> RouteAsync(ReferenceRequest request, Usage.ApprovalRoute route, Customer customer, DateOnly today, CancellationToken ct) =>
        CandidateRoute.Of(route, customer, today, await OfAsync(request, ct), await PlaceTree.ReadAsync(db, ct));
}
