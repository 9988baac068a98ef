namespace ReferenceHub.Core.References;

/// <summary>Whether a customer may act as a reference at all.</summary>
public enum ReferenceStatus
{
    /// <summary>Not yet agreed to act.</summary>
    Candidate,

    /// <summary>Acts as a reference.</summary>
    Active,

    /// <summary>Rests until a date.</summary>
    Paused,

    /// <summary>No longer a reference.</summary>
    Retired,

    /// <summary>Must not be asked; the reason is not for sales.</summary>
    DoNotUse,
}

/// <summary>How carefully a customer is handled.</summary>
public enum Tier
{
    /// <summary>As any.</summary>
    Standard,

    /// <summary>Asking needs the program manager.</summary>
    Lighthouse,

    /// <summary>Shown blind: its name is released with an accepted ask only.</summary>
    Confidential,
}

/// <summary>Company facts that everybody may see (of a confidential customer: coarse ones only).</summary>
public sealed record CompanyFacts
{
    /// <summary>Company name.</summary>
    public required string Name { get; init; }

    /// <summary>Key in the CRM.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Industry term.</summary>
    public Guid? IndustryId { get; init; }

    /// <summary>Country, or region where the country is not known (region term).</summary>
    public Guid? RegionId { get; init; }

    /// <summary>Seat of the company.</summary>
    public string? City { get; init; }

    /// <summary>Head count.</summary>
    public int? Employees { get; init; }

    /// <summary>Yearly revenue in millions of the reporting currency.</summary>
    public decimal? RevenueMillions { get; init; }

    /// <summary>Year of foundation.</summary>
    public int? Founded { get; init; }

    /// <summary>Name of the parent company.</summary>
    public string? ParentName { get; init; }

    /// <summary>Web address, http or https.</summary>
    public string? Website { get; init; }

    /// <summary>Day the company became a customer.</summary>
    public DateOnly? CustomerSince { get; init; }

    /// <summary>What makes it a good reference, in a few sentences.</summary>
    public string? Story { get; init; }
}

/// <summary>What sales must not see.</summary>
public sealed record CustomerSecrets
{
    /// <summary>Health score, 0 to 100.</summary>
    public int? Health { get; init; }

    /// <summary>Net promoter score given, 0 to 10.</summary>
    public int? Nps { get; init; }

    /// <summary>Next renewal.</summary>
    public DateOnly? RenewalOn { get; init; }

    /// <summary>Escalations open now.</summary>
    public int OpenEscalations { get; init; }

    /// <summary>Notes of the program.</summary>
    public string? Notes { get; init; }
}
