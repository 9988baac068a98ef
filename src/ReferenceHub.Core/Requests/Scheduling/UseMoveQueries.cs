using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A use that could be planned for another day, as the reader may know it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="UseId">The use.</param>
/// <param name="Request">Its request.</param>
/// <param name="Candidate">Its candidate.</param>
/// <param name="On">Day on which it counts; null when it is over.</param>
/// <param name="Agreed">Agreed, no longer a pending ask.</param>
/// <param name="Today">Today of the program.</param>
public sealed record MovableUse(Guid CustomerId, Guid UseId, RequestDetail Request, CandidateView Candidate, DateOnly? On, bool Agreed, DateOnly Today)
{
    /// <summary>When it is held (UTC), where that is agreed with everybody: then another time is offered instead.</summary>
    public DateTime? AgreedFor => Request.Type.HasTime ? Candidate.ScheduledFor : null;
}

/// <summary>Reads one use for the form that moves it.</summary>
public sealed class UseMoveQueries(ReferenceHubDbContext db, RequestQueries requests, UsageQueries uses, TimeProvider clock)
{
    /// <summary>The use, for those who decide on its request; missing when it is not in the viewer's sight.</summary>
    public async Task<MovableUse> ReadAsync(Guid customerId, Guid useId, Viewer viewer, CancellationToken ct)
    {
        var (number, candidateId) = await db.MovedBehindAsync(customerId, useId, viewer, ct);
        var request = await requests.DetailAsync(number, viewer, ct);
        if (!request.Drives)
        {
            throw new ForbiddenException("Only the requester and the program decide on this request.");
        }

        var use = (await uses.UsesAsync(customerId, ct)).FirstOrDefault(use => use.UseId == useId && use.State is UseState.Pending or UseState.Planned);
        return new MovableUse(
            customerId, useId, request, request.Candidates.Single(candidate => candidate.Id == candidateId), use?.On, use?.State == UseState.Planned, await db.ProgramDayAsync(clock.UtcNow(), ct));
    }
}

/// <summary>Finds the request behind a use.</summary>
internal static class UseMoveSources
{
    /// <summary>Number of the request and its candidate; missing when they are not in the viewer's sight.</summary>
    public static async Task<(int Number, Guid CandidateId)> MovedBehindAsync(this ReferenceHubDbContext db, Guid customerId, Guid useId, Viewer viewer, CancellationToken ct)
    {
        var found = await db.Candidates.VisibleTo(viewer, db).Where(candidate => candidate.CustomerId == customerId && candidate.UseId == useId)
            .Join(db.Requests, candidate => candidate.RequestId, request => request.Id, (candidate, request) => new { request.Number, candidate.Id }).SingleOrDefaultAsync(ct)
            ?? throw new MissingException("use");
        return (found.Number, found.Id);
    }
}
