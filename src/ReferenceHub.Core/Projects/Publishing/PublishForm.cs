using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

/// <summary>What is said of content as it goes out.</summary>
public sealed record PublishForm
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>In two sentences, for lists.</summary>
    public string? Summary { get; init; }

    /// <summary>Language key (ISO 639-1).</summary>
    public string Language { get; init; } = "en";

    /// <summary>Who may read it.</summary>
    public Confidentiality Confidentiality { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<Guid> Terms { get; init; } = [];

    /// <summary>Whom it quotes or shows.</summary>
    public Guid? SpeakerId { get; init; }

    /// <summary>Last day it may be used.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Day by which somebody looks whether it is still true; half a year on when null.</summary>
    public DateOnly? NextReviewOn { get; init; }

    /// <summary>Where it is, http or https.</summary>
    public string? Link { get; init; }

    /// <summary>The file of the project that goes out (<see cref="ProjectFile"/>).</summary>
    public Guid? FileId { get; init; }

    /// <summary>Content that there is already and that is renewed by it.</summary>
    public Guid? AssetId { get; init; }
}

/// <summary>What publishing needs and what there is of it.</summary>
/// <param name="Scope">The permission it rests on.</param>
/// <param name="Permission">How that permission stands.</param>
/// <param name="ValidUntil">Its last day, if it has one.</param>
/// <param name="Missing">What keeps it from being published, each a sentence; empty when nothing does.</param>
public sealed record PublishNeeds(PermissionScope Scope, PermissionStatus Permission, DateOnly? ValidUntil, IReadOnlyList<string> Missing);
