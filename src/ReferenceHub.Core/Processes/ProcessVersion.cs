using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Processes;

/// <summary>A process as it was written down at one time: a draft, or in force from a day on until the next version starts. Projects keep the version they were started by.</summary>
public sealed class ProcessVersion : IVersioned
{
    /// <summary>Longest note in characters.</summary>
    public const int NoteLength = 300;

    private ProcessVersion()
    {
    }

    /// <summary>A draft.</summary>
    public ProcessVersion(Guid id, Guid templateId, int number, ProcessDefinition definition, DateTime now, Guid? byId, string byName)
    {
        ArgumentNullException.ThrowIfNull(definition);
        (Id, TemplateId, Number, Definition, MadeAt, MadeById, MadeByName) = (id, templateId, number, definition, now, byId, byName);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The process.</summary>
    public Guid TemplateId { get; private set; }

    /// <summary>The process.</summary>
    public ProcessTemplate? Template { get; private set; }

    /// <summary>Running number within the process, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is new in it, in words.</summary>
    public string? Note { get; private set; }

    /// <summary>Stages and steps.</summary>
    public ProcessDefinition Definition { get; private set; } = ProcessDefinition.Empty;

    /// <summary>First day on which it is in force, by the program's days; null for a draft.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Who made it, when it was a person.</summary>
    public Guid? MadeById { get; private set; }

    /// <summary>Who made it, as named then.</summary>
    public string MadeByName { get; private set; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while it is written and nothing is started by it.</summary>
    public bool IsDraft => StartsOn is null;

    /// <summary>Writes a draft anew. A version that has a start day stands as it is: draft the next one.</summary>
    public void Write(ProcessDefinition definition, string? note)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!IsDraft)
        {
            throw new IllegalMoveException("This version has a start day and stands as it is; draft the next one.");
        }

        Definition = definition;
        Note = Guard.Optional(note, NoteLength, "What is new");
    }

    /// <summary>Puts it in force from a day on, today at the earliest.</summary>
    public void StartOn(DateOnly day, DateOnly today)
    {
        if (!IsDraft && StartsOn <= today)
        {
            throw new IllegalMoveException("This version has started already.");
        }

        StartsOn = day >= today ? Guard.Day(day) : throw new IllegalMoveException("A version starts today or later.");
    }

    /// <summary>Makes it a draft again, as long as it has not started.</summary>
    public void CallOff(DateOnly today)
    {
        if (StartsOn <= today)
        {
            throw new IllegalMoveException("This version has started; put another in force instead.");
        }

        StartsOn = null;
    }

    /// <summary>A version that came with the product, in force from the beginning.</summary>
    internal static ProcessVersion Shipped(Guid id, Guid templateId, ProcessDefinition definition, DateTime now) =>
        new(id, templateId, 1, definition, now, null, "ReferenceHub") { StartsOn = Days.First };
}

internal sealed class ProcessVersionConfiguration : IEntityTypeConfiguration<ProcessVersion>
{
    public void Configure(EntityTypeBuilder<ProcessVersion> builder)
    {
        builder.Property(version => version.Note).HasMaxLength(ProcessVersion.NoteLength);
        builder.Property(version => version.MadeByName).HasMaxLength(100);
        builder.Property(version => version.Definition).HasJsonText();
        builder.HasOne(version => version.Template).WithMany().HasForeignKey(version => version.TemplateId);
        builder.HasIndex(version => new { version.TemplateId, version.Number }).IsUnique();
    }
}
