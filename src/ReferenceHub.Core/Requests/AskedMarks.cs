using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who was considered already: for a request, and for the others of its deal as far as the viewer sees their candidates.</summary>
public sealed class AskedMarks(ReferenceHubDbContext db)
{
    /// <summary>By customer the mark that matters most: this request before others, what is live before what is over, then the latest.</summary>
    public async Task<IReadOnlyDictionary<Guid, AskedMark>> OfAsync(Guid? requestId, Guid? dealId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (requestId is null && dealId is null)
        {
            return new Dictionary<Guid, AskedMark>();
        }

        // Of other requests those that were really asked.
        var marks = await (
            from candidate in db.Candidates.AsNoTracking().VisibleTo(viewer, db)
            join request in db.Requests on candidate.RequestId equals request.Id
            where request.Id == requestId || (dealId != null && request.OpportunityId == dealId && candidate.UseId != null)
            select new AskedMark(candidate.CustomerId, request.Number, request.Requester!.Name, candidate.State, candidate.ProposedAt, request.Id == requestId)).ToListAsync(ct);
        return marks.GroupBy(mark => mark.CustomerId)
            .ToDictionary(of => of.Key, of => of.OrderByDescending(mark => mark.Here).ThenByDescending(mark => mark.State.IsLive()).ThenByDescending(mark => mark.At).First());
    }
}
