using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>A company that may act as a reference.</summary>
public sealed partial class Customer : IVersioned, ICatalogPart
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 150;

    /// <summary>Longest external id, in characters.</summary>
    public const int ExternalIdLength = 80;

    /// <summary>Longest city, in characters.</summary>
    public const int CityLength = 80;

    /// <summary>Longest web address, in characters.</summary>
    public const int WebsiteLength = 300;

    /// <summary>Longest story, notes and reasons, in characters.</summary>
    public const int StoryLength = 2000;

    private Customer()
    {
    }

    /// <summary>A customer that is a candidate for a reference.</summary>
    public Customer(Guid id, CompanyFacts facts, Guid? ownerId, DateTime now)
    {
        Id = id;
        CreatedAt = now;
        OwnerId = ownerId;
        Describe(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    Guid ICatalogPart.CustomerId => Id;

    /// <summary>Company name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Key in the CRM.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>Industry term.</summary>
    public Guid? IndustryId { get; private set; }

    /// <summary>Industry term.</summary>
    public Term? Industry { get; private set; }

    /// <summary>Country or region term.</summary>
    public Guid? RegionId { get; private set; }

    /// <summary>Country or region term.</summary>
    public Term? Region { get; private set; }

    /// <summary>Seat of the company.</summary>
    public string? City { get; private set; }

    /// <summary>Head count.</summary>
    public int? Employees { get; private set; }

    /// <summary>Yearly revenue in thousands of the reporting currency.</summary>
    public long? RevenueThousands { get; private set; }

    /// <summary>Year of foundation.</summary>
    public int? Founded { get; private set; }

    /// <summary>Name of the parent company.</summary>
    public string? ParentName { get; private set; }

    /// <summary>Web address.</summary>
    public string? Website { get; private set; }

    /// <summary>Day the company became a customer.</summary>
    public DateOnly? CustomerSince { get; private set; }

    /// <summary>What makes it a good reference.</summary>
    public string? Story { get; private set; }

    /// <summary>Whether it may act as a reference.</summary>
    public ReferenceStatus Status { get; private set; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>Why it must not be used or was retired; not for sales.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>How carefully it is handled.</summary>
    public Tier Tier { get; private set; }

    /// <summary>May be named in RFP lists without asking again.</summary>
    public bool RfpListed { get; private set; }

    /// <summary>Who looks after the account.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Who looks after the account.</summary>
    public User? Owner { get; private set; }

    /// <summary>Health score, 0 to 100; not for sales.</summary>
    public int? Health { get; private set; }

    /// <summary>Net promoter score, 0 to 10; not for sales.</summary>
    public int? Nps { get; private set; }

    /// <summary>Next renewal; not for sales.</summary>
    public DateOnly? RenewalOn { get; private set; }

    /// <summary>Open escalations; not for sales.</summary>
    public int OpenEscalations { get; private set; }

    /// <summary>Its rules forbid gifts.</summary>
    public bool NoGifts { get; private set; }

    /// <summary>Notes of the program; not for sales.</summary>
    public string? Notes { get; private set; }

    /// <summary>When the record was made (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When somebody last confirmed that the record is true (UTC).</summary>
    public DateTime? VerifiedAt { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public Guid? VerifiedById { get; private set; }

    /// <summary>Day by which it is to be confirmed again.</summary>
    public DateOnly? VerifyBy { get; private set; }

    /// <summary>Host of the website without "www.", lower case: finds the same company again.</summary>
    public string? WebDomain { get; private set; }

    /// <summary>The verify-by day that its owner was last reminded of.</summary>
    public DateOnly? VerifyRemindedFor { get; private set; }

    /// <summary>When the last reminder to verify was written (UTC).</summary>
    public DateTime? VerifyRemindedAt { get; private set; }

    /// <summary>When it was put away (UTC); null while it is in use.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Who put it away.</summary>
    public Guid? ArchivedById { get; private set; }

    /// <summary>The record it became part of; its own is a signpost only.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Whether it is neither put away nor part of another record.</summary>
    public bool IsPresent => ArchivedAt is null && MergedIntoId is null;

    /// <summary>Whether the name is shown to those it is released to only.</summary>
    public bool IsConfidential => Tier == Tier.Confidential;

    /// <summary>Product uses.</summary>
    public List<ProductUse> Products { get; private set; } = [];

    /// <summary>Attributes used for matching.</summary>
    public List<CustomerAttribute> Attributes { get; private set; } = [];

    /// <summary>People there.</summary>
    public List<Contact> Contacts { get; private set; } = [];

    /// <summary>What it has agreed to.</summary>
    public List<Permission> Permissions { get; private set; } = [];

    /// <summary>Finished content about it.</summary>
    public List<Asset> Assets { get; private set; } = [];
}
