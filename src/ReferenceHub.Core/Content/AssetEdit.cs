using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Everything of a piece of content that its form edits.</summary>
public sealed record AssetEdit
{
    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is.</summary>
    public AssetKind Kind { get; init; }

    /// <summary>In two sentences, for lists.</summary>
    public string? Summary { get; init; }

    /// <summary>Language key (ISO 639-1).</summary>
    public string Language { get; init; } = "en";

    /// <summary>Who may read it.</summary>
    public Confidentiality Confidentiality { get; init; }

    /// <summary>Terms it is about.</summary>
    public List<Guid> Terms { get; init; } = [];

    /// <summary>Whom it quotes or shows: a contact of the customer.</summary>
    public Guid? SpeakerId { get; init; }

    /// <summary>Who looks after it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>First day it may be used; the day of publishing when null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Last day it may be used.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Day by which somebody looks whether it is still true.</summary>
    public DateOnly? NextReviewOn { get; init; }

    /// <summary>Text in Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>Where it is, http or https.</summary>
    public string? Link { get; init; }

    /// <summary>Its file (an attachment).</summary>
    public Guid? FileId { get; init; }

    /// <summary>The content as it is; terms loaded.</summary>
    public static AssetEdit Of(Asset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return new AssetEdit
        {
            Title = asset.Title,
            Kind = asset.Kind,
            Summary = asset.Summary,
            Language = asset.Language,
            Confidentiality = asset.Confidentiality,
            Terms = [.. asset.Terms.Select(term => term.TermId).Order()],
            SpeakerId = asset.SpeakerId,
            OwnerId = asset.OwnerId,
            PublishedOn = asset.State == AssetState.Draft ? null : asset.PublishedOn,
            ExpiresOn = asset.ExpiresOn,
            NextReviewOn = asset.NextReviewOn,
            Text = asset.Text,
            Link = asset.Link,
            FileId = asset.FileId,
        };
    }

    /// <summary>What is said about the content.</summary>
    public AssetFacts ToFacts(DateOnly otherwisePublishedOn) => new()
    {
        Title = Title,
        Kind = Kind,
        Summary = Summary,
        Language = Language,
        Confidentiality = Confidentiality,
        SpeakerId = SpeakerId,
        OwnerId = OwnerId,
        PublishedOn = PublishedOn ?? otherwisePublishedOn,
        ExpiresOn = ExpiresOn,
        NextReviewOn = NextReviewOn,
    };

    /// <summary>Whether text, link or file differ: what a version is about.</summary>
    public bool SaysOtherThan(AssetEdit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return AssetFields.Content.Any(field => field.Text(this) != field.Text(other));
    }
}

/// <summary>The fields of a content form.</summary>
public static class AssetFields
{
    /// <summary>Those that make a new version.</summary>
    public static IReadOnlyList<EditField<AssetEdit>> Content { get; } =
    [
        new("Text", "Text", edit => CustomerFields.Plain(edit.Text), (to, from) => to with { Text = from.Text }),
        new("Link", "Link", edit => CustomerFields.Plain(edit.Link), (to, from) => to with { Link = from.Link }),
        new("FileId", "File", edit => edit.FileId?.ToString(), (to, from) => to with { FileId = from.FileId }),
    ];

    /// <summary>All of them, in the form's order.</summary>
    public static IReadOnlyList<EditField<AssetEdit>> All { get; } =
    [
        new("Title", "Title", edit => CustomerFields.Plain(edit.Title), (to, from) => to with { Title = from.Title }),
        new("Kind", "Kind", edit => edit.Kind.ToString(), (to, from) => to with { Kind = from.Kind }),
        new("Summary", "Summary", edit => CustomerFields.Plain(edit.Summary), (to, from) => to with { Summary = from.Summary }),
        .. Content,
        new("Language", "Language", edit => CustomerFields.Plain(edit.Language), (to, from) => to with { Language = from.Language }),
        new("Confidentiality", "Confidentiality", edit => edit.Confidentiality.ToString(), (to, from) => to with { Confidentiality = from.Confidentiality }),
        new("Terms", "About", edit => string.Join(',', edit.Terms.Distinct().Order()), (to, from) => to with { Terms = from.Terms }),
        new("SpeakerId", "Speaker", edit => edit.SpeakerId?.ToString(), (to, from) => to with { SpeakerId = from.SpeakerId }),
        new("OwnerId", "Owner", edit => edit.OwnerId?.ToString(), (to, from) => to with { OwnerId = from.OwnerId }),
        new("PublishedOn", "Published on", edit => CustomerFields.Plain(edit.PublishedOn), (to, from) => to with { PublishedOn = from.PublishedOn }),
        new("ExpiresOn", "Expires on", edit => CustomerFields.Plain(edit.ExpiresOn), (to, from) => to with { ExpiresOn = from.ExpiresOn }),
        new("NextReviewOn", "Next review", edit => CustomerFields.Plain(edit.NextReviewOn), (to, from) => to with { NextReviewOn = from.NextReviewOn }),
    ];
}
