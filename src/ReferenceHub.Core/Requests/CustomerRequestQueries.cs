using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A request in which a customer is, or was, considered.</summary>
public sealed record CustomerRequest(int Number, string? Prospect, string ActivityKey, RequestState State, CandidateState CandidateState, string Requester, DateTime At);

/// <summary>Requests around one customer, as far as a viewer may see requests.</summary>
public sealed class CustomerRequestQueries(ReferenceHubDbContext db)
{
    /// <summary>Most requests listed on a profile.</summary>
    public const int Most = 100;

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(Guid customerId, Viewer viewer, CancellationToken ct) => Around(customerId, viewer).CountAsync(ct);

    /// <summary>The latest of them.</summary>
    public async Task<IReadOnlyList<CustomerRequest>> ListAsync(Guid customerId, Viewer viewer, CancellationToken ct) =>
        await Around(customerId, viewer)
            .OrderByDescending(candidate => candidate.ProposedAt)
            .Take(Most)
            .Join(db.Requests, candidate => candidate.RequestId, request => request.Id, (candidate, request) => new CustomerRequest(
                request.Number, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name, request.ActivityKey, request.State, candidate.State,
                request.Requester!.Name, request.SubmittedAt ?? request.CreatedAt))
            .ToListAsync(ct);

    private IQueryable<Candidate> Around(Guid customerId, Viewer viewer)
    {
        var visible = db.Requests.VisibleTo(viewer, db);
        return db.Candidates.AsNoTracking().Where(candidate => candidate.CustomerId == customerId && visible.Any(request => request.Id == candidate.RequestId));
    }
}
