using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A business day before a use both sides are reminded; once it is over its requester is asked whether it was held. Each once; run by a job.</summary>
public sealed class UseReminders(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, UseLetters letters, Notices notices, CalendarQueries calendars) : IRegularWork
{
    // No weekend and no holidays are longer.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Does what is due; answers how many uses it was.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = 0;
        await EachInTurn.RunAsync(await DueAsync(ct), async one =>
        {
            var was = Due.Nothing;
            await door.OnAsync(one.Number, Viewer.Product, async (request, moment, stop) =>
            {
                was = await OneAsync(request, request.CandidateOf(one.CandidateId), moment, stop);
                return Outcome.Done;
            }, ct);
            done += was == Due.Nothing ? 0 : 1;
        });
        return done;
    }

    // Weighed before anything is opened for writing: most uses ahead need nothing yet.
    private async Task<List<(int Number, Guid CandidateId)>> DueAsync(CancellationToken ct)
    {
        var (now, book) = (clock.UtcNow(), await calendars.BookAsync(ct));
        var until = now + Ahead;
        var types = await db.ActivityTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, ct);
        var near = await (
            from candidate in db.Candidates.AsNoTracking()
            join request in db.Requests on candidate.RequestId equals request.Id
            where candidate.State == CandidateState.Scheduled
                && ((candidate.ScheduledFor > now && candidate.ScheduledFor <= until && candidate.UseRemindedAt == null) || (candidate.ScheduledFor <= now && candidate.HeldAskedAt == null))
            orderby candidate.ScheduledFor
            select new { request.Number, request.ActivityKey, request.CalendarId, candidate.Id, candidate.ScheduledFor, candidate.UseRemindedAt, candidate.HeldAskedAt }).ToListAsync(ct);
        return
        [
            .. near.Where(use => types.TryGetValue(use.ActivityKey, out var type)
                    && DueOf(use.ScheduledFor!.Value, type, use.UseRemindedAt, use.HeldAskedAt, now, book.Of(use.CalendarId)) != Due.Nothing)
                .Select(use => (use.Number, use.Id)),
        ];
    }

    private static Due DueOf(DateTime at, ActivityType type, DateTime? remindedAt, DateTime? heldAskedAt, DateTime now, BusinessTime time) =>
        type.HasTime && at > now && remindedAt is null && time.AddDays(now, 1) >= at ? Due.Reminder
        : at.AddMinutes(type.Minutes) <= now && heldAskedAt is null ? Due.WasHeld
        : Due.Nothing;

    // Looked at again inside the transaction: it may have moved, or another node may have been faster.
    private async Task<Due> OneAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        if (candidate is not { State: CandidateState.Scheduled, ScheduledFor: { } at })
        {
            return Due.Nothing;
        }

        var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct);
        var due = DueOf(at, type, candidate.UseRemindedAt, candidate.HeldAskedAt, moment.Now, moment.Time);
        if (due == Due.Reminder)
        {
            request.NoteUseReminder(moment, candidate.Id);
            await letters.RemindAsync(request, candidate, type, ct);
            await TellAsync(request, MessageKinds.UseAhead, "coming up", "Both sides were reminded. The briefing sheet is on the request.", "", ct);
        }
        else if (due == Due.WasHeld)
        {
            request.NoteHeldAsked(moment, candidate.Id);
            await TellAsync(request, MessageKinds.UseWasHeld, "was it held?", "Say how it went, agree another time, or note that it did not take place.", $"?open=complete-{candidate.Id}#c-{candidate.Id}", ct);
        }

        return due;
    }

    private async Task TellAsync(ReferenceRequest request, string kind, string what, string text, string where, CancellationToken ct) =>
        await notices.TellAsync(request.RequesterId, kind, $"{await db.AboutAsync(request, ct)}: {what}", text, $"/requests/{request.Number}{where}", ct);

    private enum Due
    {
        Nothing,
        Reminder,
        WasHeld,
    }
}
