using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What a policy does, as the form asks it.</summary>
public enum PolicyKind
{
    /// <summary>So many uses, units or minutes in a window.</summary>
    Limit,

    /// <summary>A rest between any two uses of the activities ticked.</summary>
    Rest,

    /// <summary>A rest between two uses of the same kind: one policy for each activity ticked.</summary>
    SameRest,

    /// <summary>Days on which nobody is asked.</summary>
    Blackout,
}

/// <summary>What the policy page sends.</summary>
public sealed class PolicyForm
{
    /// <summary>The version it goes into; the one in force when null.</summary>
    public Guid? EditionId { get; set; }

    /// <summary>How that version stood when the form was made.</summary>
    public EditionState? State { get; set; }

    public PolicyKind Kind { get; set; }

    public PolicyScope Scope { get; set; }

    public Tier? Tier { get; set; }

    public Guid? IndustryId { get; set; }

    public Guid? RegionId { get; set; }

    public List<Guid> ProductIds { get; set; } = [];

    /// <summary>Words of the name of a customer to find.</summary>
    public string? CustomerName { get; set; }

    public Guid? CustomerId { get; set; }

    public Guid? ContactId { get; set; }

    public PolicyPer Per { get; set; }

    /// <summary>Activity types counted and bound; none for all.</summary>
    public List<string> ActivityKeys { get; set; } = [];

    private List<string> Chosen => [.. ActivityKeys.Where(key => !string.IsNullOrEmpty(key))];

    public PolicyMeasure Measure { get; set; }

    /// <summary>Limit, in the measure.</summary>
    public int? Amount { get; set; }

    public WindowKind Window { get; set; }

    /// <summary>Window, rest, or days before the end of a quarter or a renewal.</summary>
    public int? Days { get; set; }

    public BlackoutRule Closes { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>Binds.</summary>
    public bool Enabled { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>Button that finds customers, where no script runs.</summary>
    public string? Find { get; set; }

    /// <summary>What the page offers and says beside the fields.</summary>
    [BindNever]
    public PolicyFormPage? Page { get; set; }

    /// <summary>An empty form: a limit of one use in a quarter for every customer.</summary>
    public static PolicyForm New(Guid? editionId) => new() { EditionId = editionId, Enabled = true, Amount = 1, Days = DefaultPolicies.Quarter };

    /// <summary>The form for a policy.</summary>
    public static PolicyForm Of(PolicyPlace place, PolicyTermChoices terms)
    {
        var policy = place.Line.Policy;
        return new PolicyForm
        {
            EditionId = policy.EditionId,
            State = place.State,
            Kind = policy.WindowKind switch { WindowKind.Blackout => PolicyKind.Blackout, WindowKind.Rest => PolicyKind.Rest, _ => PolicyKind.Limit },
            Scope = policy.Scope,
            Tier = policy.Tier,
            IndustryId = terms.Industries.Select(term => (Guid?)term.Id).FirstOrDefault(id => policy.SegmentIds.Contains(id!.Value)),
            RegionId = terms.Regions.Select(term => (Guid?)term.Id).FirstOrDefault(id => policy.SegmentIds.Contains(id!.Value)),
            ProductIds = [.. terms.Products.Select(term => term.Id).Where(policy.SegmentIds.Contains)],
            CustomerId = policy.CustomerId,
            ContactId = policy.ContactId,
            Per = policy.Per,
            ActivityKeys = [.. policy.ActivityKeys],
            Measure = policy.Measure,
            Amount = policy.Window.Counts ? policy.Amount : null,
            Window = policy.WindowKind == WindowKind.CalendarQuarter ? WindowKind.CalendarQuarter : WindowKind.Rolling,
            Days = policy.Days == 0 ? null : policy.Days,
            Closes = policy.Closes ?? BlackoutRule.Between,
            From = policy.ClosedFrom,
            Until = policy.ClosedUntil,
            Enabled = policy.Enabled,
            Version = policy.Version,
        };
    }

    /// <summary>The form as policies: one, or one for each activity that rests by itself.</summary>
    public IReadOnlyList<PolicySpec> ToSpecs() =>
        Kind == PolicyKind.SameRest ? [.. Chosen.Distinct(StringComparer.Ordinal).Select(key => Spec([key]))] : [Spec(Chosen)];

    private PolicySpec Spec(IReadOnlyList<string> activities) => new()
    {
        Scope = Scope,
        Tier = Scope == PolicyScope.Tier ? Tier : null,
        SegmentIds = Scope == PolicyScope.Segment ? [.. new[] { IndustryId, RegionId }.OfType<Guid>().Concat(ProductIds).Distinct()] : [],
        CustomerId = Scope is PolicyScope.Customer or PolicyScope.Contact ? CustomerId : null,
        ContactId = Scope == PolicyScope.Contact ? ContactId : null,
        Per = Scope == PolicyScope.Contact ? PolicyPer.Contact : Kind == PolicyKind.Blackout ? PolicyPer.Customer : Per,
        ActivityKeys = activities,
        Terms = Kind switch
        {
            PolicyKind.Blackout => PolicyTerms.Closed(Blackout()),
            PolicyKind.Limit => new PolicyTerms(Measure, Amount ?? -1, Window == WindowKind.CalendarQuarter ? LimitWindow.CalendarQuarter : LimitWindow.Rolling(Days ?? 0)),
            _ => new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rest(Days ?? 0)),
        },
        Enabled = Enabled,
    };

    private Blackout Blackout()
    {
        var blackout = new Blackout(Closes);
        return blackout.HasDays ? blackout with { Days = Days ?? 0 } : Closes == BlackoutRule.Between ? blackout with { From = From, Until = Until } : blackout;
    }
}
