using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

/// <summary>What is quoted.</summary>
public enum EvidenceKind
{
    /// <summary>Somebody's words.</summary>
    Quote,

    /// <summary>A number with what it measures.</summary>
    Figure,
}

/// <summary>What is said of a quote or figure.</summary>
/// <param name="Kind">Words or number.</param>
/// <param name="Text">As it will be printed.</param>
/// <param name="Source">Where it comes from: a call, a report, a mail.</param>
/// <param name="SourcedOn">The day of the source.</param>
/// <param name="SpeakerId">The contact whose words they are.</param>
/// <param name="StaleOn">From when on it is to be checked again.</param>
public sealed record EvidenceFacts(EvidenceKind Kind, string Text, string Source, DateOnly SourcedOn, Guid? SpeakerId, DateOnly StaleOn);

/// <summary>A quote or figure with where it comes from and who approved it. Changed words are approved anew.</summary>
public sealed class EvidenceItem : IVersioned
{
    /// <summary>Longest quote in characters.</summary>
    public const int TextLength = 1000;

    /// <summary>Longest source in characters.</summary>
    public const int SourceLength = 300;

    private EvidenceItem()
    {
    }

    /// <summary>Something to quote.</summary>
    public EvidenceItem(ProjectMoment moment, Guid projectId, EvidenceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(moment);
        (Id, ProjectId, AddedAt, AddedByName) = (moment.Ids.Next(), projectId, moment.Now, moment.By.Name);
        Describe(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>Words or number.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>As it will be printed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where it comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The day of the source.</summary>
    public DateOnly SourcedOn { get; private set; }

    /// <summary>The contact whose words they are.</summary>
    public Guid? SpeakerId { get; private set; }

    /// <summary>From when on it is to be checked again.</summary>
    public DateOnly StaleOn { get; private set; }

    /// <summary>When it was added (UTC).</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>Who added it.</summary>
    public string AddedByName { get; private set; } = "";

    /// <summary>When it was approved (UTC).</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>When people were told that it is to be checked again (UTC).</summary>
    public DateTime? ToldStaleAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes it; changed words, speaker or source need a new approval.</summary>
    public void Describe(EvidenceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (text, source) = (Guard.Required(facts.Text, TextLength, "Text"), Guard.Required(facts.Source, SourceLength, "Source"));
        if ((Kind, Text, Source, SourcedOn, SpeakerId) != (facts.Kind, text, source, facts.SourcedOn, facts.SpeakerId))
        {
            (ApprovedAt, ApprovedByName) = (null, null);
        }

        if (StaleOn != facts.StaleOn)
        {
            ToldStaleAt = null;
        }

        (Kind, Text, Source, SourcedOn, SpeakerId, StaleOn) = (facts.Kind, text, source, Guard.Day(facts.SourcedOn), facts.SpeakerId, Guard.Day(facts.StaleOn));
    }

    /// <summary>Somebody who may says that it is right.</summary>
    public void Approve(DateTime now, string byName) => (ApprovedAt, ApprovedByName) = (now, byName);

    /// <summary>Quotes another contact from now on: the two contacts were one person.</summary>
    public void NameSpeaker(Guid contactId) => SpeakerId = contactId;

    /// <summary>People were told that it is to be checked again.</summary>
    public void ToldStale(DateTime now) => ToldStaleAt = now;

    /// <summary>Whether it is to be checked again.</summary>
    public bool IsStale(DateOnly today) => StaleOn <= today;
}

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.Property(item => item.Text).HasMaxLength(EvidenceItem.TextLength);
        builder.Property(item => item.Source).HasMaxLength(EvidenceItem.SourceLength);
        builder.Property(item => item.AddedByName).HasMaxLength(100);
        builder.Property(item => item.ApprovedByName).HasMaxLength(100);
        builder.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(item => item.SpeakerId);
        builder.HasIndex(item => item.ProjectId);
        builder.HasIndex(item => item.StaleOn);
    }
}
