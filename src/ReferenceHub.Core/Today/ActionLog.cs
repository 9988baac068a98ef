using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Today;

/// <summary>What somebody did, and what is to be done next, if anything; days in the program's zone.</summary>
public sealed record ActionNote(ActionKind Kind, ActionOutcome Result, string? Note, DateOnly? NextOn);

/// <summary>Notes down calls, mails and meetings, and keeps follow-ups.</summary>
public sealed class ActionLog(ReferenceHubDbContext db, TimeProvider clock, IIds ids, SourceDoor door)
{
    /// <summary>Notes an action and, with a day, the follow-up it leads to.</summary>
    public Task<Outcome> LogAsync(SourceKind source, Guid sourceId, ActionNote note, Viewer by, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            await door.EnterAsync(source, sourceId, by, inner);
            FollowUp? next = null;
            if (note.NextOn is { } day)
            {
                if (await RefuseDayAsync(day, inner) is { } refusal)
                {
                    return refusal;
                }

                next = new FollowUp(ids.Next(), source, sourceId, NextStep(note.Kind), day, by.UserId, by.UserId, clock.UtcNow());
                db.FollowUps.Add(next);
            }

            db.LoggedActions.Add(new LoggedAction(ids.Next(), source, sourceId, note.Kind, note.Result, note.Note, next?.Id, by.UserId, by.Name, clock.UtcNow()));
            await db.SaveChangesAsync(inner);
            return Outcome.Done;
        },
        ct);

    /// <summary>Sets a follow-up for oneself.</summary>
    public Task<Outcome> FollowUpAsync(SourceKind source, Guid sourceId, string text, DateOnly day, Viewer by, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            await door.EnterAsync(source, sourceId, by, inner);
            if (await RefuseDayAsync(day, inner) is { } refusal)
            {
                return refusal;
            }

            db.FollowUps.Add(new FollowUp(ids.Next(), source, sourceId, text, day, by.UserId, by.UserId, clock.UtcNow()));
            await db.SaveChangesAsync(inner);
            return Outcome.Done;
        },
        ct);

    /// <summary>Marks one's follow-up as done.</summary>
    public Task<Outcome> DoAsync(Guid id, Viewer by, CancellationToken ct) => OnAsync(id, by, followUp => followUp.Do(clock.UtcNow()), ct);

    /// <summary>Takes that back.</summary>
    public Task<Outcome> UndoAsync(Guid id, Viewer by, CancellationToken ct) => OnAsync(id, by, followUp => followUp.Undo(), ct);

    /// <summary>Puts one's follow-up off, counted in days from today or from its day, whichever is later.</summary>
    public Task<Outcome> SnoozeAsync(Guid id, int days, Viewer by, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            var followUp = await FindAsync(id, by, inner);
            var today = await db.ProgramDayAsync(clock.UtcNow(), inner);
            followUp.Snooze((followUp.DueOn > today ? followUp.DueOn : today).AddDays(Math.Clamp(days, 1, 365)));
            await db.SaveChangesAsync(inner);
            return Outcome.Done;
        },
        ct);

    private static string NextStep(ActionKind kind) => kind switch
    {
        ActionKind.Called => "Call again",
        ActionKind.Mailed => "See whether they answered",
        _ => "Follow up on the meeting",
    };

    private async Task<Outcome?> RefuseDayAsync(DateOnly day, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        return day < today || day > today.AddYears(2) ? Outcome.Refuse("Choose a day from today on, within two years.", "NextOn") : null;
    }

    private Task<Outcome> OnAsync(Guid id, Viewer by, Action<FollowUp> verb, CancellationToken ct) => db.WriteAsync(
        async inner =>
        {
            verb(await FindAsync(id, by, inner));
            await db.SaveChangesAsync(inner);
            return Outcome.Done;
        },
        ct);

    private async Task<FollowUp> FindAsync(Guid id, Viewer by, CancellationToken ct) =>
        await db.FollowUps.FirstOrDefaultAsync(row => row.Id == id && (row.AssigneeId == by.UserId || row.CreatedBy == by.UserId), ct) ?? throw new MissingException("follow-up");
}
