using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Messaging;

/// <summary>What a follow-up or a logged action belongs to.</summary>
public enum SourceKind
{
    /// <summary>A reference request.</summary>
    Request,

    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A project.</summary>
    Project,
}

/// <summary>A dated to-do of one person on a request, customer or project.</summary>
public sealed class FollowUp : IVersioned
{
    /// <summary>Longest text.</summary>
    public const int TextLength = 300;

    private FollowUp()
    {
    }

    /// <summary>A follow-up due on a local day of the program.</summary>
    public FollowUp(Guid id, SourceKind source, Guid sourceId, string text, DateOnly dueOn, Guid assigneeId, Guid createdBy, DateTime now)
    {
        Id = id;
        Source = source;
        SourceId = sourceId;
        Text = Guard.Required(text, TextLength, "What to do");
        DueOn = dueOn;
        AssigneeId = assigneeId;
        CreatedBy = createdBy;
        CreatedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Kind of what it belongs to.</summary>
    public SourceKind Source { get; private set; }

    /// <summary>What it belongs to.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>What to do.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Day by which, in the program's zone.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Who does it.</summary>
    public Guid AssigneeId { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>When it was written down (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was done (UTC).</summary>
    public DateTime? DoneAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>It is done.</summary>
    public void Do(DateTime now) => DoneAt ??= now;

    /// <summary>It is not done after all.</summary>
    public void Undo() => DoneAt = null;

    /// <summary>Puts it off.</summary>
    public void Snooze(DateOnly until)
    {
        if (DoneAt is not null)
        {
            throw new IllegalMoveException("This follow-up is done already.");
        }

        DueOn = until;
    }

    /// <summary>Belongs to another thing of the same kind from now on: the two were one.</summary>
    public void MoveTo(Guid sourceId) => SourceId = sourceId;

    /// <summary>Gives it to somebody else.</summary>
    public void HandOver(Guid assigneeId) => AssigneeId = assigneeId;
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(followUp => followUp.Text).HasMaxLength(FollowUp.TextLength);
        builder.HasIndex(followUp => new { followUp.AssigneeId, followUp.DoneAt, followUp.DueOn });
        builder.HasIndex(followUp => new { followUp.SourceId, followUp.Source });
    }
}
