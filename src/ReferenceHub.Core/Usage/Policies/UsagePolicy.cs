using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>How much a policy allows.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">Most that fits into a window; 0 forbids, unused for a rest.</param>
/// <param name="Window">Window, rest or blackout.</param>
/// <param name="Blackout">Which days are closed, of a blackout.</param>
public sealed record PolicyTerms(PolicyMeasure Measure, int Amount, LimitWindow Window, Blackout? Blackout = null)
{
    /// <summary>Days on which nobody is asked.</summary>
    public static PolicyTerms Closed(Blackout blackout) => new(PolicyMeasure.Uses, 0, LimitWindow.Blackout, blackout);
}

/// <summary>A limit: whom it binds, which activity types, how much in which window; or a rest between uses; or days on which nobody is asked.</summary>
public sealed class UsagePolicy : IVersioned, ISettingsPart
{
    /// <summary>Longest blackout before a renewal or the end of a quarter, in days.</summary>
    public const int MostBlackoutDays = 60;

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

    /// <summary>The edition of the program's policies it belongs to; none of those of a single customer or contact, which bind in all of them.</summary>
    public Guid? EditionId { get; private set; }

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

    /// <summary>Length of window or rest in days; of a blackout the days before a renewal or the end of a quarter; else 0.</summary>
    public int Days { get; private set; }

    /// <summary>What closes days, of a blackout.</summary>
    public BlackoutRule? Closes { get; private set; }

    /// <summary>First closed day, of a stretch.</summary>
    public DateOnly? ClosedFrom { get; private set; }

    /// <summary>Last closed day, of a stretch.</summary>
    public DateOnly? ClosedUntil { get; private set; }

    /// <summary>Who set it.</summary>
    public PolicySetter SetBy { get; private set; }

    /// <summary>Binds; a policy is switched off, never deleted.</summary>
    public bool Enabled { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The window, rest or blackout.</summary>
    public LimitWindow Window => WindowKind == WindowKind.Blackout ? LimitWindow.Blackout : new(WindowKind, Days);

    /// <summary>The closed days, of a blackout.</summary>
    public Blackout? Blackout => Closes is { } rule ? new Blackout(rule, Days, ClosedFrom, ClosedUntil) : null;

    /// <summary>What it allows.</summary>
    public PolicyTerms Terms => new(Measure, Amount, Window, Blackout);

    /// <summary>Belongs to an edition of the program's policies.</summary>
    public UsagePolicy InEdition(Guid editionId)
    {
        EditionId = editionId;
        return this;
    }

    /// <summary>Binds every customer.</summary>
    public UsagePolicy ForAll()
    {
        (Scope, Tier, SegmentIds) = (PolicyScope.Program, null, []);
        return this;
    }

    /// <summary>Binds one tier only.</summary>
    public UsagePolicy ForTier(Tier tier)
    {
        (Scope, Tier, SegmentIds) = (PolicyScope.Tier, tier, []);
        return this;
    }

    /// <summary>Binds customers that have all these industry, region and product terms.</summary>
    public UsagePolicy ForSegment(IEnumerable<Guid> termIds)
    {
        (Scope, Tier, SegmentIds) = (PolicyScope.Segment, null, [.. termIds.Distinct()]);
        return this;
    }

    /// <summary>Binds whom the form says, of a policy that is not for one customer or contact alone.</summary>
    public UsagePolicy Bind(PolicySpec spec) => spec.Scope switch
    {
        PolicyScope.Tier => ForTier(spec.Tier!.Value),
        PolicyScope.Segment => ForSegment(spec.SegmentIds),
        _ => ForAll(),
    };

    /// <summary>Changes whose uses are added up; those of a policy for one contact are that contact's.</summary>
    public void Count(PolicyPer per) => Per = Scope == PolicyScope.Contact ? PolicyPer.Contact : per;

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
        WindowKind = terms.Window.Kind;
        (Closes, ClosedFrom, ClosedUntil) = (null, null, null);
        if (terms.Blackout is { } blackout)
        {
            Close(blackout);
            return;
        }

        Measure = terms.Measure;
        Amount = Guard.Between(terms.Amount, 0, MostAmount, "Limit");
        Days = terms.Window.Kind == WindowKind.CalendarQuarter ? 0 : Guard.Between(terms.Window.Days, 1, MostDays, "Days");
    }

    /// <summary>Changes which activity types it counts and binds; empty for all.</summary>
    public void Cover(IEnumerable<string> activityKeys) => ActivityKeys = [.. activityKeys.Distinct(StringComparer.Ordinal)];

    /// <summary>The same policy in another edition.</summary>
    public UsagePolicy CopyTo(Guid editionId, Guid id) => new(id, Per, ActivityKeys, Terms)
    {
        EditionId = editionId,
        Scope = Scope,
        Tier = Tier,
        SegmentIds = [.. SegmentIds],
        SetBy = SetBy,
        Enabled = Enabled,
    };

    /// <summary>Switches it on or off.</summary>
    public void Switch(bool enabled) => Enabled = enabled;

    /// <summary>Binds another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId, Guid? contactId) => (CustomerId, ContactId) = (customerId, contactId);

    private void Close(Blackout blackout)
    {
        (Measure, Amount, Closes) = (PolicyMeasure.Uses, 0, blackout.Rule);
        Days = blackout.HasDays ? Guard.Between(blackout.Days, 1, MostBlackoutDays, "Days") : 0;
        if (blackout.Rule != BlackoutRule.Between)
        {
            return;
        }

        if (blackout.From is not { } from || blackout.Until is not { } until || until < from || until.DayNumber - from.DayNumber > MostDays)
        {
            throw new ArgumentException($"A blackout needs a first and a last day, at most {MostDays} days apart.", nameof(blackout));
        }

        (ClosedFrom, ClosedUntil) = (from, until);
    }

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
        builder.HasOne<PolicyEdition>().WithMany().HasForeignKey(policy => policy.EditionId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(policy => policy.CustomerId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(policy => policy.ContactId);
    }
}
