using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Ends requests whose needed-by passed without a yes. Idempotent; run by a job.</summary>
public sealed class RequestExpiry(ReferenceHubDbContext db, TimeProvider clock, RequestTriage triage) : IRegularWork
{
    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Ends all that are due; answers how many.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(db, db.Requests, clock.UtcNow(), ct);
        await EachInTurn.RunAsync(due, number => triage.ExpireAsync(number, ct));
        return due.Count;
    }

    /// <summary>
    /// The numbers of those that are to end now (UTC). A use that was held before a request was reopened is no yes to it, and a day that had passed
    /// by then does not end it a second time.
    /// </summary>
    internal static async Task<IReadOnlyList<int>> DueAsync(ReferenceHubDbContext db, IQueryable<ReferenceRequest> requests, DateTime now, CancellationToken ct)
    {
        var zone = await db.ProgramZoneAsync(ct);
        var today = Zones.DateIn(zone, now);
        var passed = await requests.AsNoTracking()
            .Where(request => RequestStates.Open.Contains(request.State) && request.State != RequestState.Confirmed
                && request.HeldState != RequestState.Confirmed && request.NeededBy < today
                && !request.Candidates.Any(candidate => CandidateStates.Yes.Contains(candidate.State)
                    && (candidate.State != CandidateState.Completed || !request.Events.Any(line => line.Kind == RequestEventKind.Reopened && line.At >= candidate.EndedAt))))
            .Select(request => new { request.Number, request.NeededBy, ReopenedAt = request.Events.Where(line => line.Kind == RequestEventKind.Reopened).Max(line => (DateTime?)line.At) })
            .ToListAsync(ct);
        return [.. passed.Where(request => request.ReopenedAt is not { } reopened || Zones.DateIn(zone, reopened) <= request.NeededBy).Select(request => request.Number)];
    }
}
