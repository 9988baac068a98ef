using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>A policy as its form says it.</summary>
public sealed record PolicySpec
{
    /// <summary>Which customers it binds.</summary>
    public PolicyScope Scope { get; init; }

    /// <summary>The tier, of a policy for one.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Industry, region and product terms that a customer must all have, of a policy for a segment.</summary>
    public IReadOnlyList<Guid> SegmentIds { get; init; } = [];

    /// <summary>The customer, of a policy for one or for one of its contacts.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The contact, of a policy for one.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Whose uses are added up.</summary>
    public PolicyPer Per { get; init; }

    /// <summary>Keys of the activity types counted and bound; empty for all.</summary>
    public IReadOnlyList<string> ActivityKeys { get; init; } = [];

    /// <summary>How much it allows.</summary>
    public required PolicyTerms Terms { get; init; }

    /// <summary>Binds.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>It binds one customer or one contact, in every edition.</summary>
    public bool IsForOne => Scope is PolicyScope.Customer or PolicyScope.Contact;

    /// <summary>What stands in the way, by the field it stands in; null when it can be made.</summary>
    public Outcome? WhyNot() => this switch
    {
        { Scope: PolicyScope.Tier, Tier: null } => Outcome.Refuse("Choose the tier that it binds.", nameof(Tier)),
        { Scope: PolicyScope.Segment, SegmentIds.Count: 0 } => Outcome.Refuse("Choose an industry, a region or a product.", nameof(SegmentIds)),
        { Scope: PolicyScope.Customer or PolicyScope.Contact, CustomerId: null } => Outcome.Refuse("Choose the customer that it binds.", nameof(CustomerId)),
        { Scope: PolicyScope.Contact, ContactId: null } => Outcome.Refuse("Choose the contact that it binds.", nameof(ContactId)),
        { Terms.Blackout: { } blackout } => WhyNot(blackout),
        { Terms.Amount: < 0 or > UsagePolicy.MostAmount, Terms.Window.Counts: true } => Outcome.Refuse($"The limit is a number from 0 to {UsagePolicy.MostAmount}.", "Amount"),
        { Terms.Window: { Kind: not WindowKind.CalendarQuarter, Days: < 1 or > UsagePolicy.MostDays } } => Outcome.Refuse($"Days are a number from 1 to {UsagePolicy.MostDays}.", "Days"),
        _ => null,
    };

    private static Outcome? WhyNot(Blackout blackout) => blackout switch
    {
        { HasDays: true, Days: < 1 or > UsagePolicy.MostBlackoutDays } => Outcome.Refuse($"Days are a number from 1 to {UsagePolicy.MostBlackoutDays}.", "Days"),
        { Rule: not BlackoutRule.Between } => null,
        { From: null } => Outcome.Refuse("Say the first day.", "From"),
        { Until: null } => Outcome.Refuse("Say the last day.", "Until"),
        _ when blackout.Until < blackout.From => Outcome.Refuse("The last day comes before the first.", "Until"),
        _ when blackout.Until.Value.DayNumber - blackout.From.Value.DayNumber > UsagePolicy.MostDays => Outcome.Refuse($"A blackout lasts {UsagePolicy.MostDays} days at most.", "Until"),
        _ => null,
    };
}
