using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>What somebody says of a version.</summary>
public enum Verdict
{
    /// <summary>It may go out as it is.</summary>
    Approved,

    /// <summary>It needs to be changed.</summary>
    SentBack,
}

/// <summary>What somebody said of exactly one version of a text, or of one file; never changed. It counts for that alone.</summary>
public sealed class TextVerdict
{
    private TextVerdict()
    {
    }

    /// <summary>A verdict in one round of a step. <paramref name="number"/> is the version of the text, or of the file when <paramref name="fileId"/> is given.</summary>
    public TextVerdict(ProjectMoment moment, ProjectStep step, int number, string hash, Guid? fileId, Verdict verdict, string? note, string? source, Guid? proofId)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(step);
        (Id, ProjectId, StepKey, Round) = (moment.Ids.Next(), step.ProjectId, step.Key, step.Rounds);
        (Number, Hash, FileId, Verdict) = (number, hash, fileId, verdict);
        (Note, Source, ProofId) = (Guard.Optional(note, ProjectStep.ReasonLength, "Note"), Guard.Optional(source, 100, "Source"), proofId);
        (At, ById, ByName) = (moment.Now, moment.By.ActorId, moment.By.Name);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose text.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>The step that asked.</summary>
    public string StepKey { get; private set; } = "";

    /// <summary>In which round of the step: 0 at first.</summary>
    public int Round { get; private set; }

    /// <summary>Number of the version.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 of what was read, in hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The file that was looked at; null for the text.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>Yes or back.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>In their words.</summary>
    public string? Note { get; private set; }

    /// <summary>How an answer came that somebody else entered: "by e-mail".</summary>
    public string? Source { get; private set; }

    /// <summary>The mail or paper that proves it.</summary>
    public Guid? ProofId { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who, when it was a person with an account.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who.</summary>
    public string ByName { get; private set; } = "";
}

internal sealed class TextVerdictConfiguration : IEntityTypeConfiguration<TextVerdict>
{
    public void Configure(EntityTypeBuilder<TextVerdict> builder)
    {
        builder.Property(verdict => verdict.StepKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(verdict => verdict.Hash).HasMaxLength(TextVersion.HashLength);
        builder.Property(verdict => verdict.Note).HasMaxLength(ProjectStep.ReasonLength);
        builder.Property(verdict => verdict.Source).HasMaxLength(100);
        builder.Property(verdict => verdict.ByName).HasMaxLength(100);
        builder.HasOne<Project>().WithMany().HasForeignKey(verdict => verdict.ProjectId);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(verdict => verdict.FileId);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(verdict => verdict.ProofId);
        builder.HasIndex(verdict => new { verdict.ProjectId, verdict.At });
    }
}
