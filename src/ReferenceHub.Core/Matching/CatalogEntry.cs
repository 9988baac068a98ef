using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>What the catalog knows of one customer. Terms are indices into <see cref="CatalogTerms"/>, the narrowest ones only.</summary>
public sealed record CatalogEntry(Guid Id, string Name, string AnonymousName)
{
    /// <summary>City, shown after the name unless the name is hidden.</summary>
    public string? City { get; init; }

    /// <summary>The user who owns the customer.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Whether only the anonymous name may be shown, except to those entitled.</summary>
    public bool Confidential { get; init; }

    /// <summary>How carefully it is handled.</summary>
    public Tier Tier => Confidential ? Tier.Confidential : Lighthouse ? Tier.Lighthouse : Tier.Standard;

    /// <summary>Whether asking needs the program manager.</summary>
    public bool Lighthouse { get; init; }

    /// <summary>Reference status.</summary>
    public ReferenceStatus Status { get; init; } = ReferenceStatus.Active;

    /// <summary>Last day of a pause; null when it is open-ended or there is none.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>When its contract is renewed, if known.</summary>
    public DateOnly? RenewalOn { get; init; }

    /// <summary>Whether it has an open escalation.</summary>
    public bool Escalated { get; init; }

    /// <summary>Number of staff; 0 when unknown.</summary>
    public int Staff { get; init; }

    /// <summary>When the first product went live.</summary>
    public DateOnly? LiveSince { get; init; }

    /// <summary>When the record was last confirmed true.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Number of published assets.</summary>
    public int Content { get; init; }

    /// <summary>Industry, country, products, platforms, languages, size band and so on.</summary>
    public ImmutableArray<int> Terms { get; init; } = [];

    /// <summary>Scopes the customer has refused.</summary>
    public ImmutableArray<PermissionScope> Denied { get; init; } = [];

    /// <summary>People there, those who left excluded.</summary>
    public ImmutableArray<CatalogContact> Contacts { get; init; } = [];

    /// <summary>To whom the name of a confidential customer is released, and until when (UTC; null while open).</summary>
    public ImmutableArray<CatalogRelease> Releases { get; init; } = [];
}

/// <summary>A contact as far as matching needs it; minutes in 90 days.</summary>
public sealed record CatalogContact(Guid Id, ScopeSet Willing, int? MinutesPerQuarter, DateOnly? PausedUntil)
{
    /// <summary>Own limit of uses in 90 days.</summary>
    public int? UsesPerQuarter { get; init; }

    /// <summary>Languages the person speaks and use cases the person speaks about best, as indices into <see cref="CatalogTerms"/>.</summary>
    public ImmutableArray<int> Skills { get; init; } = [];

    /// <summary>IANA zone; the program's when null.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Whether the person may be asked for a scope on a day.</summary>
    public bool MayBeAsked(PermissionScope scope, DateOnly day) => Willing.Scopes.Contains(scope) && !(PausedUntil >= day);
}

/// <summary>A name released to a user until an instant (UTC); null while the use lies ahead.</summary>
public sealed record CatalogRelease(Guid UserId, DateTime? EndsAt);
