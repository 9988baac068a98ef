using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>A comment on a step, or on a version of the text; the author's words stay, whether it is settled may change.</summary>
public sealed class ProjectComment
{
    /// <summary>Longest comment in characters.</summary>
    public const int TextLength = 4000;

    private ProjectComment()
    {
    }

    /// <summary>A comment on a step and, where <paramref name="number"/> is given, on that version of the text.</summary>
    public ProjectComment(ProjectMoment moment, Guid projectId, string? stepKey, int? number, string text)
    {
        ArgumentNullException.ThrowIfNull(moment);
        (Id, ProjectId, StepKey, Number) = (moment.Ids.Next(), projectId, stepKey, number);
        Text = Guard.Required(text, TextLength, "Comment");
        (At, ById, ByName) = (moment.Now, moment.By.ActorId, moment.By.Name);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>Which step.</summary>
    public string? StepKey { get; private set; }

    /// <summary>Which version of the text.</summary>
    public int? Number { get; private set; }

    /// <summary>What was written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who, when it was a person with an account.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was settled (UTC).</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who settled it.</summary>
    public string? SettledByName { get; private set; }

    /// <summary>It is settled.</summary>
    public void Settle(DateTime now, string byName) => (SettledAt, SettledByName) = (SettledAt ?? now, SettledByName ?? byName);

    /// <summary>It is open again.</summary>
    public void Reopen() => (SettledAt, SettledByName) = (null, null);
}

internal sealed class ProjectCommentConfiguration : IEntityTypeConfiguration<ProjectComment>
{
    public void Configure(EntityTypeBuilder<ProjectComment> builder)
    {
        builder.Property(comment => comment.StepKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(comment => comment.Text).HasMaxLength(ProjectComment.TextLength);
        builder.Property(comment => comment.ByName).HasMaxLength(100);
        builder.Property(comment => comment.SettledByName).HasMaxLength(100);
        builder.HasOne<Project>().WithMany().HasForeignKey(comment => comment.ProjectId);
        builder.HasIndex(comment => new { comment.ProjectId, comment.At });
    }
}
