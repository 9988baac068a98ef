using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.History;

/// <summary>Adds lines of history to the transaction at hand.</summary>
public sealed class HistoryLog(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Adds one line; saved together with its cause.</summary>
    public void Record(Viewer actor, SubjectKind subject, Guid subjectId, string verb, string summary, params IReadOnlyList<FieldChange> changes)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(summary);
        var words = summary.Length <= HistoryEvent.SummaryLength ? summary : summary[..HistoryEvent.SummaryLength];
        db.HistoryEvents.Add(new HistoryEvent(ids.Next(), clock.UtcNow(), actor.ActorId, actor.Name, subject, subjectId, verb, words, changes));
    }
}
