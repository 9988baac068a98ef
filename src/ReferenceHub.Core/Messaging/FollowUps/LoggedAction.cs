using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>How somebody was reached.</summary>
public enum ActionKind
{
    /// <summary>By phone or call.</summary>
    Called,

    /// <summary>By mail.</summary>
    Mailed,

    /// <summary>In person or on screen.</summary>
    Met,
}

/// <summary>What came of it.</summary>
public enum ActionOutcome
{
    /// <summary>They were reached.</summary>
    Reached,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>A message was left.</summary>
    LeftMessage,

    /// <summary>They will come back to us.</summary>
    WillComeBack,
}

/// <summary>A note that somebody called, mailed or met: who, when, with what outcome. Append-only.</summary>
public sealed class LoggedAction
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 500;

    private LoggedAction()
    {
    }

    /// <summary>An action of one person on a request, customer or project.</summary>
    public LoggedAction(Guid id, SourceKind source, Guid sourceId, ActionKind kind, ActionOutcome result, string? note, Guid? followUpId, Guid actorId, string actorName, DateTime now)
    {
        Id = id;
        Source = source;
        SourceId = sourceId;
        Kind = kind;
        Result = result;
        Note = Guard.Optional(note, NoteLength, "Note");
        FollowUpId = followUpId;
        ActorId = actorId;
        ActorName = actorName;
        At = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Kind of what it belongs to.</summary>
    public SourceKind Source { get; private set; }

    /// <summary>What it belongs to.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>How.</summary>
    public ActionKind Kind { get; private set; }

    /// <summary>With what outcome.</summary>
    public ActionOutcome Result { get; private set; }

    /// <summary>In their words.</summary>
    public string? Note { get; private set; }

    /// <summary>The follow-up that was set with it.</summary>
    public Guid? FollowUpId { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>Who, as named then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Belongs to another thing of the same kind from now on: the two were one.</summary>
    public void MoveTo(Guid sourceId) => SourceId = sourceId;
}

internal sealed class LoggedActionConfiguration : IEntityTypeConfiguration<LoggedAction>
{
    public void Configure(EntityTypeBuilder<LoggedAction> builder)
    {
        builder.Property(action => action.Note).HasMaxLength(LoggedAction.NoteLength);
        builder.Property(action => action.ActorName).HasMaxLength(100);
        builder.HasIndex(action => new { action.SourceId, action.Source, action.At });
    }
}
