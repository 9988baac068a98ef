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

/// <summary>Whether content may be used.</summary>
public enum AssetState
{
    /// <summary>In use.</summary>
    Published,

    /// <summary>Being prepared; seen by those who manage content only.</summary>
    Draft,

    /// <summary>Taken out of use: consent withdrawn, out of date.</summary>
    Withdrawn,
}

/// <summary>Who may read content.</summary>
public enum Confidentiality
{
    /// <summary>May be sent to a prospect.</summary>
    Shareable,

    /// <summary>Public anyway.</summary>
    Public,

    /// <summary>Our own people only.</summary>
    Internal,
}

/// <summary>What is said about content, apart from what it says itself.</summary>
public sealed record AssetFacts
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required AssetKind Kind { get; init; }

    /// <summary>In two sentences, for lists.</summary>
    public string? Summary { get; init; }

    /// <summary>Language key (ISO 639-1).</summary>
    public required string Language { get; init; }

    /// <summary>Who may read it.</summary>
    public Confidentiality Confidentiality { get; init; }

    /// <summary>First day it may be used.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Last day it may be used; open-ended when null.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Day by which somebody looks whether it is still true.</summary>
    public DateOnly? NextReviewOn { get; init; }

    /// <summary>Whom it quotes or shows.</summary>
    public Guid? SpeakerId { get; init; }

    /// <summary>Who looks after it.</summary>
    public Guid? OwnerId { get; init; }
}

/// <summary>Content about a customer: a link, a file, or a text in Markdown.</summary>
public sealed partial class Asset : IVersioned, ICatalogPart
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest link, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 50_000;

    /// <summary>Longest summary, and longest reason for taking it out of use, in characters.</summary>
    public const int SummaryLength = 300;

    /// <summary>Days before its last day on which content ends soon: its owner is told, the library and the home page list it.</summary>
    public const int EndsSoonDays = 30;

    private Asset()
    {
    }

    /// <summary>Content about a customer that is in use.</summary>
    public Asset(Guid id, Guid customerId, AssetKind kind, string title, string language, DateOnly publishedOn)
    {
        Id = id;
        CustomerId = customerId;
        Kind = kind;
        Title = Guard.Required(title, TitleLength, "Title");
        Language = Guard.Required(language, 10, "Language");
        PublishedOn = publishedOn;
    }

    /// <summary>Content that is being prepared.</summary>
    public Asset(Guid id, Guid customerId, AssetFacts facts, DateTime now)
    {
        Id = id;
        CustomerId = customerId;
        State = AssetState.Draft;
        Describe(facts, now);
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

    /// <summary>In two sentences, for lists.</summary>
    public string? Summary { get; private set; }

    /// <summary>Whether it may be used.</summary>
    public AssetState State { get; private set; }

    /// <summary>Who may read it.</summary>
    public Confidentiality Confidentiality { get; private set; }

    /// <summary>Day by which somebody looks whether it is still true.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>The review day that its owner was last reminded of.</summary>
    public DateOnly? ReviewRemindedFor { get; private set; }

    /// <summary>The expiry day that its owner was last reminded of.</summary>
    public DateOnly? ExpiryRemindedFor { get; private set; }

    /// <summary>Number of the present version; 0 for content older than versions.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>The present file (an attachment).</summary>
    public Guid? FileId { get; private set; }

    /// <summary>Whom it quotes or shows.</summary>
    public Guid? SpeakerId { get; private set; }

    /// <summary>Who looks after it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime? UpdatedAt { get; private set; }

    /// <summary>Why it was taken out of use.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>Terms it is about: products, industries, use cases.</summary>
    public List<AssetTerm> Terms { get; private set; } = [];

    /// <summary>The quote, or what the content says, in Markdown.</summary>
    public string? Text { get; private set; }

    /// <summary>First day it may be used.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>Last day it may be used; open-ended when null.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What is said about it.</summary>
    public AssetFacts Facts => new()
    {
        Title = Title,
        Kind = Kind,
        Summary = Summary,
        Language = Language,
        Confidentiality = Confidentiality,
        PublishedOn = PublishedOn,
        ExpiresOn = ExpiresOn,
        NextReviewOn = NextReviewOn,
        SpeakerId = SpeakerId,
        OwnerId = OwnerId,
    };

    /// <summary>Whether there is anything to show: a text, a link or a file.</summary>
    public bool HasContent => Text is not null || Link is not null || FileId is not null;

    /// <summary>Whether it may be used on a day.</summary>
    public bool IsUsableOn(DateOnly day) => State == AssetState.Published && PublishedOn <= day && !(ExpiresOn < day);

    /// <summary>Names another term for its language: it took over the one it had.</summary>
    public void Reclassify(string language) => Language = Guard.Required(language, 10, "Language");
}

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.Property(asset => asset.Title).HasMaxLength(Asset.TitleLength);
        builder.Property(asset => asset.Language).HasMaxLength(10);
        builder.Property(asset => asset.Link).HasMaxLength(Asset.LinkLength);
        builder.Property(asset => asset.Text).IsLongText();
        builder.Property(asset => asset.Summary).HasMaxLength(Asset.SummaryLength);
        builder.Property(asset => asset.WithdrawnReason).HasMaxLength(Asset.SummaryLength);
        builder.Ignore(asset => asset.Facts);
        builder.Ignore(asset => asset.HasContent);
        builder.Property(asset => asset.State).HasDefaultValue(AssetState.Published);
        builder.Property(asset => asset.Confidentiality).HasDefaultValue(Confidentiality.Shareable);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(asset => asset.FileId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(asset => asset.SpeakerId);
        builder.HasOne<Customer>().WithMany(customer => customer.Assets).HasForeignKey(asset => asset.CustomerId);
        builder.HasIndex(asset => asset.OwnerId);
    }
}
