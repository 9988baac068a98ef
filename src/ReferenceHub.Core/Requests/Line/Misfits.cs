using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A customer was said not to fit an alike need: which request, when (UTC), and why, where that was said.</summary>
public sealed record Misfit(int Number, DateTime At, string? Reason);

/// <summary>What "does not fit" taught: shown when an alike need is looked at again, and it lowers nothing.</summary>
public sealed class Misfits(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Days for which it is remembered.</summary>
    public const int Days = 365;

    /// <summary>Needs are alike when they share at least so many percent of their criteria.</summary>
    public const int AlikePercent = 50;

    /// <summary>By customer the last one, of requests for the same kind of activity with alike criteria; for those who see all requests.</summary>
    public async Task<IReadOnlyDictionary<Guid, Misfit>> OfAsync(Guid requestId, string activityKey, string? criteria, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var need = Keys(criteria);
        if (need.Count == 0 || !viewer.Can(Right.SeeAllRequests))
        {
            return new Dictionary<Guid, Misfit>();
        }

        var since = clock.UtcNow().AddDays(-Days);
        var said = await (
            from candidate in db.Candidates.AsNoTracking()
            join request in db.Requests on candidate.RequestId equals request.Id
            where candidate.DeclineKind == DeclineKind.DoesNotFit && candidate.EndedAt >= since && request.ActivityKey == activityKey && request.Id != requestId
            select new { candidate.CustomerId, request.Number, candidate.EndedAt, candidate.DeclineReason, request.Criteria }).ToListAsync(ct);
        return said.Where(one => Alike(need, Keys(one.Criteria)))
            .GroupBy(one => one.CustomerId)
            .ToDictionary(of => of.Key, of => of.OrderByDescending(one => one.EndedAt).Select(one => new Misfit(one.Number, one.EndedAt!.Value, one.DeclineReason)).First());
    }

    private static HashSet<(Facet Facet, string Key)> Keys(string? criteria) => [.. Criteria.Parse(criteria).Items.Where(item => !item.Not).Select(item => (item.Facet, item.Key))];

    private static bool Alike(HashSet<(Facet Facet, string Key)> one, HashSet<(Facet Facet, string Key)> other)
    {
        var shared = one.Count(other.Contains);
        return shared * 100 >= AlikePercent * (one.Count + other.Count - shared);
    }
}
