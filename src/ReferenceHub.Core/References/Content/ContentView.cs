using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>What somebody did with content.</summary>
public enum ContentViewKind
{
    /// <summary>Read it.</summary>
    Opened,

    /// <summary>Saved its file.</summary>
    Downloaded,

    /// <summary>Followed its link.</summary>
    Followed,
}

/// <summary>One view of content: by a colleague, or by somebody with a link. Append-only.</summary>
public sealed class ContentView
{
    /// <summary>Length of a visitor's mark, in characters.</summary>
    public const int VisitorLength = 64;

    private ContentView()
    {
    }

    /// <summary>A view; of a share, or of a person here.</summary>
    public ContentView(Guid id, Guid? assetId, ContentViewKind kind, Guid? shareId, Guid? userId, string? visitor, DateTime now)
    {
        Id = id;
        AssetId = assetId;
        Kind = kind;
        ShareId = shareId;
        UserId = userId;
        Visitor = Guard.Optional(visitor, VisitorLength, "Visitor");
        At = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The content; null when a share of several was opened.</summary>
    public Guid? AssetId { get; private set; }

    /// <summary>What was done.</summary>
    public ContentViewKind Kind { get; private set; }

    /// <summary>By whose link.</summary>
    public Guid? ShareId { get; private set; }

    /// <summary>By whom here.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>Mark of a visitor's browser, saying nothing about the person.</summary>
    public string? Visitor { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }
}

internal sealed class ContentViewConfiguration : IEntityTypeConfiguration<ContentView>
{
    public void Configure(EntityTypeBuilder<ContentView> builder)
    {
        builder.Property(view => view.Visitor).HasMaxLength(ContentView.VisitorLength);
        builder.HasOne<Asset>().WithMany().HasForeignKey(view => view.AssetId);
        builder.HasOne<ContentShare>().WithMany().HasForeignKey(view => view.ShareId);
        builder.HasIndex(view => new { view.AssetId, view.At });
        builder.HasIndex(view => new { view.ShareId, view.At });
    }
}
