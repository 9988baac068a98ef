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
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var due = await db.Requests
            .Where(request => RequestStates.Open.Contains(request.State) && request.State != RequestState.Confirmed
                && request.HeldState != RequestState.Confirmed && request.NeededBy < today
                && !request.Candidates.Any(candidate => CandidateStates.Yes.Contains(candidate.State)))
            .Select(request => request.Number)
            .ToListAsync(ct);
        foreach (var number in due)
        {
            await triage.ExpireAsync(number, ct);
        }

        return due.Count;
    }
}
