using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What happens with a yes: scheduled, held, or not.</summary>
public sealed class CandidateUses(ReferenceHubDbContext db, RequestDoor door, ReservationService reservations, UseDates dates, Surveys surveys)
{
    private const string NoTime = "A use that was held took some of the contact's time: say how many minutes, or leave them out and the usual ones count. If it did not take place, note it as a no-show.";

    /// <summary>Sets or changes the date (UTC) and the place; the use moves in the ledger and is checked against the limits there, and against the contact's other uses.</summary>
    public Task<Outcome> ScheduleAsync(int number, Guid candidateId, DateTime at, string? note, OverrideMark? mark, Viewer by, CancellationToken ct, string? place = null) =>
        RequesterOrManager(number, by, (request, moment, stop) => dates.SetAsync(request, request.CandidateOf(candidateId), at, place, note, mark, moment, stop), ct);

    /// <summary>
    /// It was held; the actual minutes count from now on, and where somebody's time was set aside some of it was taken. Without a date it counts today, within the limits or with an override.
    /// </summary>
    public Task<Outcome> CompleteAsync(int number, Guid candidateId, int? actualMinutes, string? note, Viewer by, CancellationToken ct, OverrideMark? mark = null) =>
        RequesterOrManager(number, by, async (request, moment, stop) =>
        {
            var candidate = request.CandidateOf(candidateId);
            request.CompleteCandidate(moment, candidateId, actualMinutes, note);
            if (actualMinutes == 0 && await db.LedgerEntries.AnyAsync(entry => entry.UseId == candidate.UseId && entry.Minutes > 0, stop))
            {
                return Outcome.Refuse(NoTime);
            }

            var on = await db.ProgramDayAsync(candidate.ScheduledFor ?? moment.Now, stop);
            var held = await reservations.ConfirmAsync(candidate.UseId!.Value, on, actualMinutes, by, stop, mark, await db.DealAmountAsync(request.OpportunityId, stop));
            if (!held.Allowed)
            {
                return LimitOutcome.Of(held);
            }

            if (held.Overridden)
            {
                candidate.MarkOverride(mark!.Sponsor);
            }

            await ContactReleases.EndAfterCompletionAsync(db, candidateId, moment.Now, stop);
            await surveys.AskAsync(request, candidate, moment, stop);
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
