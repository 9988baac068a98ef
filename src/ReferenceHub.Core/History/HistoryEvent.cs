using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.History;

/// <summary>What a history line is about.</summary>
public enum SubjectKind
{
    /// <summary>A customer and all that belongs to it.</summary>
    Customer,

    /// <summary>A reference request.</summary>
    Request,

    /// <summary>A deal.</summary>
    Opportunity,

    /// <summary>A person with an account.</summary>
    User,

    /// <summary>The organisation's settings, limits, calendars and types.</summary>
    Settings,

    /// <summary>An import run.</summary>
    Import,

    /// <summary>Content.</summary>
    Asset,

    /// <summary>A nomination.</summary>
    Nomination,

    /// <summary>A list taken out of the product.</summary>
    Export,

    /// <summary>A word of a taxonomy.</summary>
    Term,

    /// <summary>A process.</summary>
    Process,
}

/// <summary>One field's change; a secret one is shown to those who may see the field only.</summary>
public sealed record FieldChange(string Field, string? Before, string? After, bool Secret = false);

/// <summary>Who did what to what, when, from what to what. Append-only.</summary>
public sealed class HistoryEvent
{
    /// <summary>Longest verb, in characters.</summary>
    public const int VerbLength = 60;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryLength = 300;

    private HistoryEvent()
    {
    }

    /// <summary>One line of history.</summary>
    public HistoryEvent(Guid id, DateTime at, Guid? actorId, string actorName, SubjectKind subject, Guid subjectId, string verb, string summary, IReadOnlyList<FieldChange> changes)
    {
        Id = id;
        At = at;
        ActorId = actorId;
        ActorName = actorName;
        Subject = subject;
        SubjectId = subjectId;
        Verb = verb;
        Summary = summary;
        Changes = [.. changes];
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who, when it was a person.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Who, as named then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>About what.</summary>
    public SubjectKind Subject { get; private set; }

    /// <summary>About which.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>What was done, as a key: "edited", "revealed-contact".</summary>
    public string Verb { get; private set; } = "";

    /// <summary>What was done, in words that hold no secrets.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Fields with before and after.</summary>
    public List<FieldChange> Changes { get; private set; } = [];
}

internal sealed class HistoryEventConfiguration : IEntityTypeConfiguration<HistoryEvent>
{
    public void Configure(EntityTypeBuilder<HistoryEvent> builder)
    {
        builder.Property(line => line.ActorName).HasMaxLength(100);
        builder.Property(line => line.Verb).HasMaxLength(HistoryEvent.VerbLength);
        builder.Property(line => line.Summary).HasMaxLength(HistoryEvent.SummaryLength);
        builder.Property(line => line.Changes).HasJsonText();
        builder.HasIndex(line => new { line.Verb, line.At });
        builder.HasIndex(line => new { line.Subject, line.SubjectId, line.At });
    }
}
