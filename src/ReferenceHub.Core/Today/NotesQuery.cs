using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Today;

/// <summary>A follow-up of a request or customer, with whose it is.</summary>
public sealed record SourceFollowUp(Guid Id, string Text, DateOnly DueOn, string Assignee, bool Mine, bool Done);

/// <summary>A logged action; the note is null to those it is not for.</summary>
public sealed record SourceAction(ActionKind Kind, ActionOutcome Result, string Who, DateTime At, string? Note);

/// <summary>What was noted down on a request or customer.</summary>
public sealed record SourceNotes(DateOnly Today, IReadOnlyList<SourceFollowUp> FollowUps, IReadOnlyList<SourceAction> Actions);

/// <summary>Reads what was noted down on a request or customer.</summary>
public sealed class NotesQuery(ReferenceHubDbContext db, TimeProvider clock, SourceDoor door)
{
    private const int Most = 20;

    /// <summary>
    /// Open follow-ups and the latest actions; null when they are not this viewer's to see. On a request, words of others are
    /// shown to program and marketing only, since they may name customers and reasons that the requester is not told.
    /// </summary>
    public async Task<SourceNotes?> ReadAsync(SourceKind source, Guid sourceId, Viewer viewer, CancellationToken ct)
    {
        if (!await door.MayEnterAsync(source, sourceId, viewer, ct))
        {
            return null;
        }

        var me = viewer.UserId;
        var all = source == SourceKind.Customer || viewer.Can(Right.SeeAllRequests);
        var followUps = await (
            from followUp in db.FollowUps.AsNoTracking()
            join user in db.Users on followUp.AssigneeId equals user.Id
            where followUp.Source == source && followUp.SourceId == sourceId && followUp.DoneAt == null && (all || followUp.AssigneeId == me || followUp.CreatedBy == me)
            orderby followUp.DueOn
            select new SourceFollowUp(followUp.Id, followUp.Text, followUp.DueOn, user.Name, followUp.AssigneeId == me || followUp.CreatedBy == me, followUp.DoneAt != null))
            .Take(Most).ToListAsync(ct);
        var actions = await db.LoggedActions.AsNoTracking()
            .Where(action => action.Source == source && action.SourceId == sourceId)
            .OrderByDescending(action => action.At)
            .Take(Most)
            .Select(action => new SourceAction(action.Kind, action.Result, action.ActorName, action.At, all || action.ActorId == me ? action.Note : null))
            .ToListAsync(ct);
        return new SourceNotes(await db.ProgramDayAsync(clock.UtcNow(), ct), followUps, actions);
    }
}
