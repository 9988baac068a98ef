using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import;

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
