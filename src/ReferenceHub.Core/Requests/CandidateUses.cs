using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What happens with a yes: scheduled, held, or not.</summary>
public sealed class CandidateUses(ReferenceHubDbContext db, RequestDoor door, ReservationService reservations)
{
    /// <summary>Sets or changes the date (UTC); the use moves in the ledger and is checked against the limits there.</summary>
    public Task<Outcome> ScheduleAsync(int number, Guid candidateId, DateTime at, string? note, OverrideMark? mark, Viewer by, CancellationToken ct) =>
        RequesterOrManager(number, by, async (request, moment, stop) =>
        {
            request.Schedule(moment, candidateId, at, note);
            var candidate = request.CandidateOf(candidateId);
            var on = await db.ProgramDayAsync(at, stop);
            var moved = await reservations.MoveAsync(candidate.UseId!.Value, new MoveUse(on, candidate.ContactId, Agreed: true, mark), by, stop);
            if (moved.Overridden)
            {
                candidate.MarkOverride(mark!.Sponsor);
            }

            return moved.Allowed ? Outcome.Done : LimitOutcome.Of(moved);
        }, ct);

    /// <summary>It was held; the actual minutes count from now on.</summary>
    public Task<Outcome> CompleteAsync(int number, Guid candidateId, int? actualMinutes, string? note, Viewer by, CancellationToken ct) =>
        RequesterOrManager(number, by, async (request, moment, stop) =>
        {
            var candidate = request.CandidateOf(candidateId);
            request.CompleteCandidate(moment, candidateId, actualMinutes, note);
            var on = await db.ProgramDayAsync(candidate.ScheduledFor ?? moment.Now, stop);
            await reservations.ConfirmAsync(candidate.UseId!.Value, on, actualMinutes, by, stop);
            await ContactReleases.EndAfterCompletionAsync(db, candidateId, moment.Now, stop);
            return Outcome.Done;
        }, ct);

    /// <summary>It did not take place: units come back, the rest stays.</summary>
    public Task<Outcome> NoteNoShowAsync(int number, Guid candidateId, string? note, Viewer by, CancellationToken ct) =>
        RequesterOrManager(number, by, (request, moment, _) =>
        {
            request.NoteNoShow(moment, candidateId, note);
            return Task.FromResult(Outcome.Done);
        }, ct);

    private Task<Outcome> RequesterOrManager(int number, Viewer by, Func<ReferenceRequest, Moment, CancellationToken, Task<Outcome>> verb, CancellationToken ct) =>
        door.OnAsync(number, by, (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);

            return verb(request, moment, stop);
        }, ct);
}
