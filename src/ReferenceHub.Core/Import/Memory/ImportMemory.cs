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

internal sealed class ImportMemoryConfiguration : IEntityTypeConfiguration<ImportMemory>
{
    public void Configure(EntityTypeBuilder<ImportMemory> builder)
    {
        builder.Property(memory => memory.HeadingsKey).HasMaxLength(StoredFile.HashLength);
        builder.Property(memory => memory.Settings).HasJsonText();
        builder.HasIndex(memory => memory.HeadingsKey).IsUnique();
    }
}
