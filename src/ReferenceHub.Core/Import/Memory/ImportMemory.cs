using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import;

/// <summary>How files with these headings were understood last time, so that the next one is matched already.</summary>
public sealed class ImportMemory : IVersioned
{
    private ImportMemory()
    {
    }

    /// <summary>The settings of an import that ran.</summary>
    public ImportMemory(Guid id, string headingsKey, ImportSettings settings, DateTime now)
    {
        Id = id;
        HeadingsKey = Guard.Required(headingsKey, StoredFile.HashLength, "Headings");
        Settings = settings;
        UsedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the folded headings in their order.</summary>
    public string HeadingsKey { get; private set; } = "";

    /// <summary>Kind, columns and formats.</summary>
    public ImportSettings Settings { get; private set; } = new();

    /// <summary>When it last served (UTC).</summary>
    public DateTime UsedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Remembers the latest way.</summary>
    public void Renew(ImportSettings settings, DateTime now)
    {
        Settings = settings;
        UsedAt = now;
    }
}

/// <summary>A decision on a value of a file, taken once: "Sonron" is the customer Sonron Inc.</summary>
public sealed class ImportAnswer : IVersioned
{
    /// <summary>Longest field, value and answer, in characters.</summary>
    public const int FieldLength = 60, ValueLength = 300, AnswerLength = 200;

    private ImportAnswer()
    {
    }

    /// <summary>What a folded value of a field means.</summary>
    public ImportAnswer(Guid id, string field, string valueKey, string answer, Guid? by, DateTime now)
    {
        Id = id;
        Field = Guard.Required(field, FieldLength, "Field");
        ValueKey = Guard.Required(valueKey, ValueLength, "Value");
        Decide(answer, by, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What kind of value: "account", "parent".</summary>
    public string Field { get; private set; } = "";

    /// <summary>The folded value.</summary>
    public string ValueKey { get; private set; } = "";

    /// <summary>What it means, as the review page writes it.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime DecidedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Decides anew.</summary>
    public void Decide(string answer, Guid? by, DateTime now)
    {
        Answer = Guard.Required(answer, AnswerLength, "Answer");
        DecidedById = by;
        DecidedAt = now;
    }
}

internal sealed class ImportMemoryConfiguration : IEntityTypeConfiguration<ImportMemory>
{
    public void Configure(EntityTypeBuilder<ImportMemory> builder)
    {
        builder.Property(memory => memory.HeadingsKey).HasMaxLength(StoredFile.HashLength);
        builder.Property(memory => memory.Settings).HasJsonText();
        builder.HasIndex(memory => memory.HeadingsKey).IsUnique();
    }
}

internal sealed class ImportAnswerConfiguration : IEntityTypeConfiguration<ImportAnswer>
{
    public void Configure(EntityTypeBuilder<ImportAnswer> builder)
    {
        builder.Property(answer => answer.Field).HasMaxLength(ImportAnswer.FieldLength);
        builder.Property(answer => answer.ValueKey).HasMaxLength(ImportAnswer.ValueLength);
        builder.Property(answer => answer.Answer).HasMaxLength(ImportAnswer.AnswerLength);
        builder.HasIndex(answer => new { answer.Field, answer.ValueKey }).IsUnique();
    }
}
