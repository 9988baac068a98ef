using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>How much a policy allows.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">Most that fits into a window; 0 forbids, unused for a rest.</param>
/// <param name="Window">Window or rest.</param>
public sealed record PolicyTerms(PolicyMeasure Measure, int Amount, LimitWindow Window);

/// <summary>A limit: whom it binds, which activity types, how much in which window; or a rest between uses.</summary>
public sealed class UsagePolicy : IVersioned, ISettingsPart
{

    /// <summary>Highest amount.</summary>
    public const int MostAmount = 100_000;

    /// <summary>Longest window or rest in days.</summary>
    public const int MostDays = 1095;

    private UsagePolicy()
    {
    }

    /// <summary>A policy for the whole program; an empty activity set means every type.</summary>
    public UsagePolicy(Guid id, PolicyPer per, IEnumerable<string> activityKeys, PolicyTerms terms)
    {
        Id = id;
        Per = per;
        ActivityKeys = [.. activityKeys.Distinct(StringComparer.Ordinal)];
        Enabled = true;
        Allow(terms);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which customers it binds.</summary>
    public PolicyScope Scope { get; private set; }

    /// <summary>The tier bound, if a tier.</summary>
    public Tier? Tier { get; private set; }

    /// <summary>Industry, region and product terms that a bound customer must all have, if a segment.</summary>
    public List<Guid> SegmentIds { get; private set; } = [];

    /// <summary>The customer bound, if one (also that of a bound contact).</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>The contact bound, if one.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>Whose uses are added up.</summary>
    public PolicyPer Per { get; private set; }

    /// <summary>Keys of the activity types counted and bound; empty for all.</summary>
    public List<string> ActivityKeys { get; private set; } = [];

    /// <summary>What is counted.</summary>
    public PolicyMeasure Measure { get; private set; }

    /// <summary>Most that fits into a window.</summary>
    public int Amount { get; private set; }

    /// <summary>Rolling window, calendar quarter or rest.</summary>
    public WindowKind WindowKind { get; private set; }

    /// <summary>Length of window or rest in days; 0 for a calendar quarter.</summary>
    public int Days { get; private set; }

    /// <summary>Who set it.</summary>
    public PolicySetter SetBy { get; private set; }

    /// <summary>Binds; a policy is switched off, never deleted.</summary>
    public bool Enabled { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The window or rest.</summary>
    public LimitWindow Window => new(WindowKind, Days);

    /// <summary>What it allows.</summary>
    public PolicyTerms Terms => new(Measure, Amount, Window);

    /// <summary>Binds one tier only.</summary>
    public UsagePolicy ForTier(Tier tier)
    {
        (Scope, Tier) = (PolicyScope.Tier, tier);
        return this;
    }

    /// <summary>Binds customers that have all these industry, region and product terms.</summary>
    public UsagePolicy ForSegment(IEnumerable<Guid> termIds)
    {
        (Scope, SegmentIds) = (PolicyScope.Segment, [.. termIds]);
        return this;
    }

    /// <summary>Binds one customer.</summary>
    public UsagePolicy ForCustomer(Guid customerId, PolicySetter setBy)
    {
        (Scope, CustomerId, SetBy) = (PolicyScope.Customer, customerId, setBy);
        return this;
    }

    /// <summary>Binds one contact of a customer.</summary>
    public UsagePolicy ForContact(Guid customerId, Guid contactId, PolicySetter setBy)
    {
        (Scope, CustomerId, ContactId, Per, SetBy) = (PolicyScope.Contact, customerId, contactId, PolicyPer.Contact, setBy);
        return this;
    }

    /// <summary>Changes how much it allows.</summary>
    public void Allow(PolicyTerms terms)
    {
        Measure = terms.Measure;
        Amount = Guard.Between(terms.Amount, 0, MostAmount, "Limit");
        WindowKind = terms.Window.Kind;
        Days = terms.Window.Kind == WindowKind.CalendarQuarter ? 0 : Guard.Between(terms.Window.Days, 1, MostDays, "Days");
    }

    /// <summary>Switches it on or off.</summary>
    public void Switch(bool enabled) => Enabled = enabled;

    /// <summary>Binds another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId, Guid? contactId) => (CustomerId, ContactId) = (customerId, contactId);

    /// <summary>The policy as the checks see it; names of activity types by key.</summary>
    public UsageLimit ToLimit(IReadOnlyDictionary<string, string> names) => new(
        Id, Per, ContactId, ActivityKeys.ToHashSet(StringComparer.Ordinal), Measure, Amount, Window, PolicyWords.Rule(this, names), PolicyWords.SetBy(SetBy));
}

internal sealed class UsagePolicyConfiguration : IEntityTypeConfiguration<UsagePolicy>
{
    public void Configure(EntityTypeBuilder<UsagePolicy> builder)
    {
        builder.Property(policy => policy.SegmentIds).HasJsonText();
        builder.Property(policy => policy.ActivityKeys).HasJsonText();
        builder.HasOne<Customer>().WithMany().HasForeignKey(policy => policy.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(policy => policy.ContactId);
    }
}
