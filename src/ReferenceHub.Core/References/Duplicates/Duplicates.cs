namespace ReferenceHub.Core.References;

/// <summary>Why two records may be of one company.</summary>
public enum DuplicateSign
{
    /// <summary>The same CRM account.</summary>
    Account,

    /// <summary>The same web domain.</summary>
    Domain,

    /// <summary>The same name but for legal form and punctuation.</summary>
    Name,

    /// <summary>Nearly the same name.</summary>
    NearName,
}

/// <summary>One record of a pair.</summary>
public sealed record DuplicateRecord(Guid Id, string Name, string? WebDomain, string? ExternalId, string? Owner, DateTime CreatedAt);

/// <summary>Two records that may be of one company, with the strongest sign; the older record first.</summary>
public sealed record DuplicatePair(DuplicateRecord One, DuplicateRecord Two, DuplicateSign Sign);
