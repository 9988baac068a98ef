using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>How large the deal behind a form is: what is held back is free for large ones only.</summary>
public sealed class DealSizes(ReferenceHubDbContext db)
{
    /// <summary>The amount, in the program's currency, of a deal that the viewer may name; null for others, and where it is not known.</summary>
    public Task<decimal?> OfDealAsync(Guid? dealId, Viewer viewer, CancellationToken ct) => db.DealAmountAsync(dealId, viewer, ct);

    /// <summary>The amount of the deal of a request that the viewer sees.</summary>
    public async Task<decimal?> OfRequestAsync(Guid requestId, Viewer viewer, CancellationToken ct) =>
        await db.DealAmountAsync(await db.Requests.VisibleTo(viewer, db).Where(request => request.Id == requestId).Select(request => request.OpportunityId).SingleOrDefaultAsync(ct), ct);
}
