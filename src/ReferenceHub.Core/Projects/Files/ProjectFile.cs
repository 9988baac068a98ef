using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>A version of a file of a project: "Transcript", 2. The same title again is the next version.</summary>
public sealed class ProjectFile
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleLength = 80;

    /// <summary>Most versions of all files of one project.</summary>
    public const int Most = 200;

    private ProjectFile()
    {
    }

    /// <summary>A file handed in.</summary>
    public ProjectFile(ProjectMoment moment, Guid projectId, string? stepKey, string title, int number, Guid attachmentId, string? note)
    {
        ArgumentNullException.ThrowIfNull(moment);
        (Id, ProjectId, StepKey, Number, AttachmentId) = (moment.Ids.Next(), projectId, stepKey, number, attachmentId);
        Title = Guard.Required(title, TitleLength, "Title");
        TitleKey = TextKey.Of(Title, TitleLength * 2);
        Note = Guard.Optional(note, TextVersion.NoteLength, "Note");
        (At, ById, ByName) = (moment.Now, moment.By.ActorId, moment.By.Name);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>The step it was handed in for.</summary>
    public string? StepKey { get; private set; }

    /// <summary>What it is.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Folded title: versions of one file share it.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    /// <summary>The bytes.</summary>
    public Guid? AttachmentId { get; private set; }

    /// <summary>The bytes.</summary>
    public Attachment? Attachment { get; private set; }

    /// <summary>What is new, in words.</summary>
    public string? Note { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who, when it was a person with an account.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>The day on which its bytes are deleted, as promised to whoever was recorded.</summary>
    public DateOnly? DeleteOn { get; private set; }

    /// <summary>When its bytes were deleted (UTC); the line stays.</summary>
    public DateTime? DeletedAt { get; private set; }

    /// <summary>Promises to delete it on a day.</summary>
    public void KeepUntil(DateOnly day) => DeleteOn = Guard.Day(day);

    /// <summary>Its bytes are gone.</summary>
    public void Drop(DateTime now) => (AttachmentId, Attachment, DeletedAt) = (null, null, now);
}

internal sealed class ProjectFileConfiguration : IEntityTypeConfiguration<ProjectFile>
{
    public void Configure(EntityTypeBuilder<ProjectFile> builder)
    {
        builder.Property(file => file.StepKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(file => file.Title).HasMaxLength(ProjectFile.TitleLength);
        builder.Property(file => file.TitleKey).HasMaxLength(ProjectFile.TitleLength * 2);
        builder.Property(file => file.Note).HasMaxLength(TextVersion.NoteLength);
        builder.Property(file => file.ByName).HasMaxLength(100);
        builder.HasOne<Project>().WithMany().HasForeignKey(file => file.ProjectId);
        builder.HasOne(file => file.Attachment).WithMany().HasForeignKey(file => file.AttachmentId);
        builder.HasIndex(file => new { file.ProjectId, file.TitleKey, file.Number }).IsUnique();
        builder.HasIndex(file => file.DeleteOn);
    }
}
