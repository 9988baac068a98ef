using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Content as it stood after one change; never edited.</summary>
public sealed class AssetVersion
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 300;

    private AssetVersion()
    {
    }

    /// <summary>Freezes content under its next number.</summary>
    public AssetVersion(Guid id, Asset asset, int number, string? note, Guid? by, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(asset);
        Id = id;
        AssetId = asset.Id;
        Number = number;
        Title = asset.Title;
        Link = asset.Link;
        Text = asset.Text;
        FileId = asset.FileId;
        Note = Guard.Optional(note, NoteLength, "Note");
        SavedById = by;
        SavedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The content.</summary>
    public Guid AssetId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    /// <summary>Title then.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Link then.</summary>
    public string? Link { get; private set; }

    /// <summary>Text then, in Markdown.</summary>
    public string? Text { get; private set; }

    /// <summary>File then (an attachment).</summary>
    public Guid? FileId { get; private set; }

    /// <summary>What was changed, in words.</summary>
    public string? Note { get; private set; }

    /// <summary>Who saved it.</summary>
    public Guid? SavedById { get; private set; }

    /// <summary>When it was saved (UTC).</summary>
    public DateTime SavedAt { get; private set; }
}

internal sealed class AssetVersionConfiguration : IEntityTypeConfiguration<AssetVersion>
{
    public void Configure(EntityTypeBuilder<AssetVersion> builder)
    {
        builder.Property(version => version.Title).HasMaxLength(Asset.TitleLength);
        builder.Property(version => version.Link).HasMaxLength(Asset.LinkLength);
        builder.Property(version => version.Text).IsLongText();
        builder.Property(version => version.Note).HasMaxLength(AssetVersion.NoteLength);
        builder.HasOne<Asset>().WithMany().HasForeignKey(version => version.AssetId);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(version => version.FileId);
        builder.HasIndex(version => new { version.AssetId, version.Number }).IsUnique();
    }
}
