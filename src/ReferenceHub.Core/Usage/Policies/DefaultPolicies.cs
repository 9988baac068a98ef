using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>The policies a program starts with.</summary>
public static class DefaultPolicies
{
    /// <summary>Days of a rolling quarter.</summary>
    public const int Quarter = 90;

    /// <summary>Days of a rolling half-year.</summary>
    public const int HalfYear = 180;

    /// <summary>Days of a rolling year.</summary>
    public const int Year = 365;

    /// <summary>Calls and press at most 1 and 4 units a quarter per customer, events 1 per half-year; contacts 120 minutes a quarter and 30 days' rest.</summary>
    public static IReadOnlyList<UsagePolicy> Shipped(IIds ids) =>
    [
        Policy(ids, PolicyPer.Customer, [ActivityKeys.SalesCall, ActivityKeys.Analyst, ActivityKeys.Press], PolicyMeasure.Uses, 1, LimitWindow.Rolling(Quarter)),
        Policy(ids, PolicyPer.Customer, [ActivityKeys.Event], PolicyMeasure.Uses, 1, LimitWindow.Rolling(HalfYear)),
        Policy(ids, PolicyPer.Customer, [], PolicyMeasure.Units, 4, LimitWindow.Rolling(Quarter)),
        Policy(ids, PolicyPer.Contact, [], PolicyMeasure.Minutes, 120, LimitWindow.Rolling(Quarter)),
        Policy(ids, PolicyPer.Contact, [], PolicyMeasure.Uses, 0, LimitWindow.Rest(30)),
    ];

    /// <summary>Four blackouts, switched off until somebody wants them: two weeks before the end of a quarter, holidays, a month before the renewal, open escalations.</summary>
    public static IReadOnlyList<UsagePolicy> Blackouts(IIds ids) =>
    [
        Off(ids, new Blackout(BlackoutRule.QuarterEnd, 14)),
        Off(ids, new Blackout(BlackoutRule.Holidays)),
        Off(ids, new Blackout(BlackoutRule.Renewal, 30)),
        Off(ids, new Blackout(BlackoutRule.Escalation)),
    ];

    private static UsagePolicy Off(IIds ids, Blackout blackout)
    {
        var policy = new UsagePolicy(ids.Next(), PolicyPer.Customer, [], PolicyTerms.Closed(blackout));
        policy.Switch(enabled: false);
        return policy;
    }

    private static UsagePolicy Policy(IIds ids, PolicyPer per, string[] activities, PolicyMeasure measure, int amount, LimitWindow window) =>
        new(ids.Next(), per, activities, new PolicyTerms(measure, amount, window));
}
