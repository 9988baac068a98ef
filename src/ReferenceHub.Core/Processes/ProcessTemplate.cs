using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Processes;

/// <summary>What a process is called and what it is for; how it goes is written in its versions.</summary>
public sealed record ProcessFacts
{
    /// <summary>As shown.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required ProcessKind Kind { get; init; }

    /// <summary>The content that a production makes.</summary>
    public AssetKind? Makes { get; init; }

    /// <summary>Key of the kind of use that a production takes from the customer's limits; or the kinds of requests a process goes with, with commas between.</summary>
    public string? ActivityKey { get; init; }

    /// <summary>The kinds of use one by one.</summary>
    public IReadOnlyList<string> Activities => ProcessActivities.Of(ActivityKey);

    /// <summary>In two sentences.</summary>
    public string? Summary { get; init; }
}

/// <summary>A way to work, in versions: a story, a video, a sales call.</summary>
public sealed class ProcessTemplate : IVersioned
{
    /// <summary>Longest key in characters.</summary>
    public const int KeyLength = 40;

    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 80;

    /// <summary>Longest list of kinds of use in characters.</summary>
    public const int ActivityKeyLength = 200;

    /// <summary>Longest summary in characters.</summary>
    public const int SummaryLength = 500;

    private ProcessTemplate()
    {
    }

    /// <summary>A process without a version yet.</summary>
    public ProcessTemplate(Guid id, string key, ProcessFacts facts, DateTime now)
    {
        (Id, Key, CreatedAt) = (id, ProcessKey.Is(key, KeyLength) ? key : throw new ArgumentException($"'{key}' is no key.", nameof(key)), now);
        Describe(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its name for files and links between programs: small letters, digits, hyphens; never changes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name, unique.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public ProcessKind Kind { get; private set; }

    /// <summary>The content that a production makes.</summary>
    public AssetKind? Makes { get; private set; }

    /// <summary>Key of the kind of use that a production takes from the customer's limits; or the kinds of requests a process goes with, with commas between.</summary>
    public string? ActivityKey { get; private set; }

    /// <summary>In two sentences.</summary>
    public string? Summary { get; private set; }

    /// <summary>What it is called and what it is for.</summary>
    public ProcessFacts Facts => new() { Name = Name, Kind = Kind, Makes = Makes, ActivityKey = ActivityKey, Summary = Summary };

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Since when no project is started by it (UTC).</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Says what it is for.</summary>
    public void Describe(ProcessFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if ((facts.Kind == ProcessKind.Production) != facts.Makes.HasValue)
        {
            throw new ArgumentException("A production makes content, nothing else does.", nameof(facts));
        }

        Name = Guard.Required(facts.Name, NameLength, "Name");
        NameKey = TextKey.Of(Name, NameLength * 2);
        (Kind, Makes) = (facts.Kind, facts.Makes);
        ActivityKey = Guard.Optional(string.Join(", ", facts.Activities), ActivityKeyLength, "Activity types");
        Summary = Guard.Optional(facts.Summary, SummaryLength, "Summary");
    }

    /// <summary>No project is started by it from now on; those that run keep their version.</summary>
    public void Retire(DateTime now) => RetiredAt ??= now;

    /// <summary>Projects may be started by it again.</summary>
    public void Return() => RetiredAt = null;
}

internal sealed class ProcessTemplateConfiguration : IEntityTypeConfiguration<ProcessTemplate>
{
    public void Configure(EntityTypeBuilder<ProcessTemplate> builder)
    {
        builder.Property(process => process.Key).HasMaxLength(ProcessTemplate.KeyLength);
        builder.Property(process => process.Name).HasMaxLength(ProcessTemplate.NameLength);
        builder.Property(process => process.NameKey).HasMaxLength(ProcessTemplate.NameLength * 2);
        builder.Property(process => process.ActivityKey).HasMaxLength(ProcessTemplate.ActivityKeyLength);
        builder.Property(process => process.Summary).HasMaxLength(ProcessTemplate.SummaryLength);
        builder.Ignore(process => process.Facts);
        builder.HasIndex(process => process.Key).IsUnique();
        builder.HasIndex(process => process.NameKey).IsUnique();
    }
}
