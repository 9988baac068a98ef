using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Kinds of finished content.</summary>
public enum AssetKind
{
    /// <summary>Written story.</summary>
    Story,

    /// <summary>Video.</summary>
    Video,

    /// <summary>Quote.</summary>
    Quote,

    /// <summary>Logo.</summary>
    Logo,

    /// <summary>Slide.</summary>
    Slide,

    /// <summary>Review elsewhere.</summary>
    Review,

    /// <summary>Any other document.</summary>
    Document,
}

/// <summary>Finished content about a customer, by link or as a quote's text.</summary>
public sealed class Asset : IVersioned, ICatalogPart
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest link, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 2000;

    private Asset()
    {
    }

    /// <summary>Content about a customer.</summary>
    public Asset(Guid id, Guid customerId, AssetKind kind, string title, string language, DateOnly publishedOn)
    {
        Id = id;
        CustomerId = customerId;
        Kind = kind;
        Title = Guard.Required(title, TitleLength, "Title");
        Language = Guard.Required(language, 10, "Language");
        PublishedOn = publishedOn;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>What it is.</summary>
    public AssetKind Kind { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Language key (ISO 639-1).</summary>
    public string Language { get; private set; } = "en";

    /// <summary>Where it is, http or https.</summary>
    public string? Link { get; private set; }

    /// <summary>The quote, or what the content says.</summary>
    public string? Text { get; private set; }

    /// <summary>First day it may be used.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>Last day it may be used; open-ended when null.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Sets link and text.</summary>
    public void Describe(string? link, string? text, DateOnly? expiresOn)
    {
        Link = Guard.Optional(link, LinkLength, "Link");
        Text = Guard.Optional(text, TextLength, "Text");
        ExpiresOn = expiresOn;
    }

    /// <summary>Whether it may be used on a day.</summary>
    public bool IsUsableOn(DateOnly day) => PublishedOn <= day && !(ExpiresOn < day);
}

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.Property(asset => asset.Title).HasMaxLength(Asset.TitleLength);
        builder.Property(asset => asset.Language).HasMaxLength(10);
        builder.Property(asset => asset.Link).HasMaxLength(Asset.LinkLength);
        builder.Property(asset => asset.Text).HasMaxLength(Asset.TextLength);
        builder.HasOne<Customer>().WithMany(customer => customer.Assets).HasForeignKey(asset => asset.CustomerId);
    }
}
