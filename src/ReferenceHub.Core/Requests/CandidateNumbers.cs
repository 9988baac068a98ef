using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Finds the request behind a use, for pages that know the candidate only.</summary>
public sealed class CandidateNumbers(ReferenceHubDbContext db)
{
    /// <summary>Request numbers by candidate; those of requests that the viewer may not see are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ReadAsync(IReadOnlyCollection<Guid> candidateIds, Viewer viewer, CancellationToken ct) => candidateIds.Count == 0
        ? new Dictionary<Guid, int>()
        : await db.Requests.VisibleTo(viewer, db)
            .SelectMany(request => request.Candidates, (request, candidate) => new { candidate.Id, request.Number })
            .Where(pair => candidateIds.Contains(pair.Id))
            .ToDictionaryAsync(pair => pair.Id, pair => pair.Number, ct);
}
