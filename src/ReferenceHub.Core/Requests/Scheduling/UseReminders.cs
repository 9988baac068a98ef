using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A business day before a use both sides are reminded; once it is over its requester is asked whether it was held. Each once; run by a job.</summary>
public sealed class UseReminders(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, UseLetters letters, Notices notices) : IRegularWork
{
    // No weekend and no holidays are longer.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due; answers how many uses it was.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var until = now + Ahead;
        var near = await (
            from candidate in db.Candidates.AsNoTracking()
            join request in db.Requests on candidate.RequestId equals request.Id
            where candidate.State == CandidateState.Scheduled
                && ((candidate.ScheduledFor > now && candidate.ScheduledFor <= until && candidate.UseRemindedAt == null) || (candidate.ScheduledFor <= now && candidate.HeldAskedAt == null))
            orderby candidate.ScheduledFor
            select new { request.Number, candidate.Id }).ToListAsync(ct);
        var done = 0;
        foreach (var one in near)
        {
            await door.OnAsync(one.Number, Viewer.Product, async (request, moment, stop) =>
            {
                done += await OneAsync(request, request.CandidateOf(one.Id), moment, stop) ? 1 : 0;
                return Outcome.Done;
            }, ct);
        }

        return done;
    }

    // Looked at again inside the transaction: it may have moved, or another node may have been faster.
    private async Task<bool> OneAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        if (candidate is not { State: CandidateState.Scheduled, ScheduledFor: { } at })
        {
            return false;
        }

        var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct);
        if (type.HasTime && at > moment.Now && candidate.UseRemindedAt is null && moment.Time.AddDays(moment.Now, 1) >= at)
        {
            request.NoteUseReminder(moment, candidate.Id);
            await letters.RemindAsync(request, candidate, type, ct);
            await TellAsync(request, MessageKinds.UseAhead, "coming up", "Both sides were reminded. The briefing sheet is on the request.", "", ct);
            return true;
        }

        if (at.AddMinutes(type.Minutes) <= moment.Now && candidate.HeldAskedAt is null)
        {
            request.NoteHeldAsked(moment, candidate.Id);
            await TellAsync(request, MessageKinds.UseWasHeld, "was it held?", "Say how it went, agree another time, or note that it did not take place.", $"?open=complete-{candidate.Id}#c-{candidate.Id}", ct);
            return true;
        }

        return false;
    }

    private async Task TellAsync(ReferenceRequest request, string kind, string what, string text, string where, CancellationToken ct) =>
        await notices.TellAsync(request.RequesterId, kind, $"{await letters.AboutAsync(request, ct)}: {what}", text, $"/requests/{request.Number}{where}", ct);
}
