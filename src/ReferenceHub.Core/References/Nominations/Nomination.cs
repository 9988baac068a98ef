using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Where a nomination stands.</summary>
public enum NominationState
{
    /// <summary>Nobody decided yet.</summary>
    Waiting,

    /// <summary>Taken up.</summary>
    Accepted,

    /// <summary>Not taken up, with the reason.</summary>
    Refused,
}

/// <summary>What somebody says of a company that should act as a reference.</summary>
public sealed record NominationFacts
{
    /// <summary>The company.</summary>
    public required string CompanyName { get; init; }

    /// <summary>Why it would make a good reference.</summary>
    public required string Why { get; init; }

    /// <summary>Web address, with or without its scheme.</summary>
    public string? Website { get; init; }

    /// <summary>Whom to talk to there.</summary>
    public string? ContactName { get; init; }

    /// <summary>How to reach that person.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Industry term.</summary>
    public Guid? IndustryId { get; init; }

    /// <summary>Country or region term.</summary>
    public Guid? RegionId { get; init; }
}

/// <summary>Somebody's hint that a company would make a good reference; or a lead that the product found by itself.</summary>
public sealed class Nomination : IVersioned
{
    /// <summary>Longest reason, in characters.</summary>
    public const int WhyLength = 1000;

    private Nomination()
    {
    }

    /// <summary>A nomination that waits; of a customer on record, or of a company that is none yet.</summary>
    public Nomination(Guid id, NominationFacts facts, Guid? customerId, Guid? nominatedById, bool isLead, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Id = id;
        CompanyName = Guard.Required(facts.CompanyName, Customer.NameLength, "Company");
        NameKey = TextKey.Of(CompanyName, Customer.NameLength * 2);
        Why = Guard.Required(facts.Why, WhyLength, "Why");
        Website = Guard.Optional(facts.Website, Customer.WebsiteLength, "Website");
        WebDomain = References.WebDomain.Of(Website);
        ContactName = Guard.Optional(facts.ContactName, Contact.NameLength, "Contact");
        ContactEmail = Guard.Optional(facts.ContactEmail, Contact.EmailLength, "E-mail");
        IndustryId = facts.IndustryId;
        RegionId = facts.RegionId;
        CustomerId = customerId;
        NominatedById = nominatedById;
        IsLead = isLead;
        CreatedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The company.</summary>
    public string CompanyName { get; private set; } = "";

    /// <summary>Folded name.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Why it would make a good reference.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Web address as typed.</summary>
    public string? Website { get; private set; }

    /// <summary>Host of the web address.</summary>
    public string? WebDomain { get; private set; }

    /// <summary>Whom to talk to there.</summary>
    public string? ContactName { get; private set; }

    /// <summary>How to reach that person.</summary>
    public string? ContactEmail { get; private set; }

    /// <summary>Industry term.</summary>
    public Guid? IndustryId { get; private set; }

    /// <summary>Country or region term.</summary>
    public Guid? RegionId { get; private set; }

    /// <summary>The customer on record that is meant, or was made of it.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>Who nominated; null for a lead.</summary>
    public Guid? NominatedById { get; private set; }

    /// <summary>Whether the product found it by itself.</summary>
    public bool IsLead { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public NominationState State { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused, or what was said with the yes.</summary>
    public string? Reason { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Takes it up for a customer on record.</summary>
    public void Accept(Guid customerId, string? reason, Guid? by, DateTime now)
    {
        MustWait();
        CustomerId = customerId;
        Decide(NominationState.Accepted, Guard.Optional(reason, WhyLength, "Reason"), by, now);
    }

    /// <summary>Doesn't take it up; the nominator is told why.</summary>
    public void Refuse(string reason, Guid? by, DateTime now)
    {
        MustWait();
        Decide(NominationState.Refused, Guard.Required(reason, WhyLength, "Reason"), by, now);
    }

    /// <summary>Means another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    /// <summary>Names other terms for industry and region: they took over the ones it had.</summary>
    public void Reclassify(Guid? industryId, Guid? regionId)
    {
        IndustryId = industryId;
        RegionId = regionId;
    }

    private void Decide(NominationState state, string? reason, Guid? by, DateTime now)
    {
        State = state;
        Reason = reason;
        DecidedById = by;
        DecidedAt = now;
    }

    private void MustWait()
    {
        if (State != NominationState.Waiting)
        {
            throw new IllegalMoveException($"{CompanyName} was {(State == NominationState.Accepted ? "accepted" : "refused")} already.");
        }
    }
}

internal sealed class NominationConfiguration : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.Property(nomination => nomination.CompanyName).HasMaxLength(Customer.NameLength);
        builder.Property(nomination => nomination.NameKey).HasMaxLength(Customer.NameLength * 2);
        builder.Property(nomination => nomination.Why).HasMaxLength(Nomination.WhyLength);
        builder.Property(nomination => nomination.Website).HasMaxLength(Customer.WebsiteLength);
        builder.Property(nomination => nomination.WebDomain).HasMaxLength(References.WebDomain.Length);
        builder.Property(nomination => nomination.ContactName).HasMaxLength(Contact.NameLength);
        builder.Property(nomination => nomination.ContactEmail).HasMaxLength(Contact.EmailLength);
        builder.Property(nomination => nomination.Reason).HasMaxLength(Nomination.WhyLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(nomination => nomination.CustomerId);
        builder.HasIndex(nomination => new { nomination.State, nomination.CreatedAt });
        builder.HasIndex(nomination => nomination.NominatedById);
        builder.HasIndex(nomination => nomination.NameKey);
    }
}
