namespace ReferenceHub.Core.References;

/// <summary>A customer as one viewer may see it; what they may not see is not in here.</summary>
public sealed record ReferenceProfile
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of the record.</summary>
    public required int Version { get; init; }

    /// <summary>What this viewer sees.</summary>
    public required CustomerSight Sight { get; init; }

    /// <summary>Name, or the blind name of a confidential customer.</summary>
    public required string Name { get; init; }

    /// <summary>Reference status.</summary>
    public required ReferenceStatus Status { get; init; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Tier.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Named in RFP lists without asking.</summary>
    public bool RfpListed { get; init; }

    /// <summary>Company facts in words, in the order they are shown.</summary>
    public required IReadOnlyList<ProfileFact> Facts { get; init; }

    /// <summary>"Banking · Munich, Germany · 5,400 staff".</summary>
    public required string Line { get; init; }

    /// <summary>Web address.</summary>
    public string? Website { get; init; }

    /// <summary>What makes it a good reference.</summary>
    public string? Story { get; init; }

    /// <summary>Account owner.</summary>
    public ProfilePerson? Owner { get; init; }

    /// <summary>When the record was last confirmed (UTC).</summary>
    public DateTime? VerifiedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? VerifiedBy { get; init; }

    /// <summary>Day by which it is to be confirmed again.</summary>
    public DateOnly? VerifyBy { get; init; }

    /// <summary>When it was put away (UTC).</summary>
    public DateTime? ArchivedAt { get; init; }

    /// <summary>What sales must not see; null for those who must not.</summary>
    public ProfileSecrets? Secrets { get; init; }

    /// <summary>Product uses.</summary>
    public required IReadOnlyList<ProfileProduct> Products { get; init; }

    /// <summary>Attributes by taxonomy.</summary>
    public required IReadOnlyList<ProfileAttributes> Attributes { get; init; }

    /// <summary>People there.</summary>
    public required IReadOnlyList<ProfileContact> Contacts { get; init; }

    /// <summary>All ten scopes; empty for those who do not see them.</summary>
    public required IReadOnlyList<ProfilePermission> Permissions { get; init; }

    /// <summary>Finished content that may be used today.</summary>
    public required IReadOnlyList<ProfileAsset> Assets { get; init; }
}

/// <summary>A fact with its name.</summary>
public sealed record ProfileFact(string Label, string Value);

/// <summary>A person with an account.</summary>
public sealed record ProfilePerson(Guid Id, string Name);

/// <summary>What sales must not see.</summary>
public sealed record ProfileSecrets(int? Health, int? Nps, DateOnly? RenewalOn, int OpenEscalations, string? Notes, string? StatusReason);

/// <summary>A product in use.</summary>
public sealed record ProfileProduct(Guid Id, string Product, string? Edition, string? Deployment, DateOnly? LiveSince, string? Replaced);

/// <summary>Attributes of one taxonomy.</summary>
public sealed record ProfileAttributes(string Label, IReadOnlyList<string> Names);

/// <summary>A contact without details; the masked address is there for those who may look it up.</summary>
public sealed record ProfileContact(
    Guid Id,
    string Name,
    string? JobTitle,
    IReadOnlyList<string> Languages,
    IReadOnlyList<PermissionScope> Willing,
    string? Wishes,
    int? MinutesPerQuarter,
    DateOnly? PausedUntil,
    bool HasLeft,
    bool MayReach,
    string? MaskedEmail,
    bool HasPhone)
{
    /// <summary>Names of the use cases the person speaks about best; any when empty.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}

/// <summary>One scope and its answer as it stands today; evidence and who recorded it are for those who see the inside of the customer.</summary>
public sealed record ProfilePermission(PermissionScope Scope, PermissionStatus Status, DateOnly? ValidUntil, bool Lapsed, DateTime? RecordedAt, string? Evidence)
{
    /// <summary>Names of the regions a yes is limited to; everywhere when empty.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Channels a yes is limited to; every one when empty.</summary>
    public IReadOnlyList<PermissionChannel> Channels { get; init; } = [];

    /// <summary>Who recorded it.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>Whether a signed file stands behind it.</summary>
    public bool HasFile { get; init; }

    /// <summary>The file, for those who may open it.</summary>
    public ProfileFile? File { get; init; }
}

/// <summary>A file: its name, its size in bytes.</summary>
public sealed record ProfileFile(string Name, int Bytes);

/// <summary>Content that may be used.</summary>
public sealed record ProfileAsset(Guid Id, AssetKind Kind, string Title, string Language, string? Summary, DateOnly PublishedOn, DateOnly? ExpiresOn);
