using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage.Histories;

/// <summary>Makes histories: every kind of policy and scope, uses in every state, thick where windows, quarters, years and blackouts end.</summary>
internal static class GeneratedHistories
{
    private static readonly string[] Keys = [ActivityKeys.SalesCall, ActivityKeys.Rfp, ActivityKeys.Quote, ActivityKeys.Analyst, ActivityKeys.Event, ActivityKeys.SiteVisit];
    private static readonly Guid Region = NextId();
    private static readonly IReadOnlySet<DateOnly> There = new HashSet<DateOnly> { new(2027, 8, 1), new(2027, 12, 31), new(2028, 2, 29), new(2028, 3, 1) };
    private static readonly IReadOnlySet<DateOnly> Elsewhere = new HashSet<DateOnly> { new(2026, 12, 31), new(2027, 1, 1), new(2027, 12, 25), new(2027, 12, 26) };
    private static readonly Guid Segment = NextId();
    private static readonly Guid OtherSegment = NextId();

    /// <summary>Days on which something ends or begins: years, quarters, summer time, a leap day.</summary>
    public static readonly DateOnly[] Corners =
    [
        new(2026, 12, 31), new(2027, 1, 1), new(2027, 3, 28), new(2027, 3, 31), new(2027, 6, 30), new(2027, 10, 31), new(2027, 12, 31), new(2028, 2, 28), new(2028, 2, 29), new(2028, 3, 1), new(2028, 3, 26),
    ];

    private static readonly Gen<Guid?> Contacts = Gen.Elements<Guid?>(Anna, Anna, Ben, null);

    private static readonly Gen<DateOnly> Days =
        from corner in Gen.Elements(Corners)
        from off in Gen.OneOf(Gen.Constant(0), Gen.Choose(-3, 3), Gen.Choose(-60, 60))
        select corner.AddDays(off);

    private static readonly Gen<PolicyTerms> Counting =
        from measure in Gen.Elements(Enum.GetValues<PolicyMeasure>())
        from amount in Gen.Choose(0, 6)
        from window in Gen.OneOf(Gen.Elements(90, 180, 365).Select(LimitWindow.Rolling), Gen.Choose(1, 400).Select(LimitWindow.Rolling), Gen.Constant(LimitWindow.CalendarQuarter))
        select new PolicyTerms(measure, measure == PolicyMeasure.Minutes ? amount * 30 : amount, window);

    private static readonly Gen<PolicyTerms> Rests = Gen.OneOf(Gen.Elements(1, 14, 30), Gen.Choose(1, 120)).Select(days => new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rest(days)));

    private static readonly Gen<PolicyTerms> Blackouts = Gen.OneOf<Blackout>(
        from day in Days from length in Gen.Choose(0, 200) select new Blackout(BlackoutRule.Between, From: day, Until: day.AddDays(length)),
        Gen.Choose(1, 60).Select(days => new Blackout(BlackoutRule.QuarterEnd, days)),
        Gen.Constant(new Blackout(BlackoutRule.Holidays)),
        Gen.Choose(1, 60).Select(days => new Blackout(BlackoutRule.Renewal, days)),
        Gen.Constant(new Blackout(BlackoutRule.Escalation))).Select(PolicyTerms.Closed);

    private static readonly Gen<UsagePolicy> Policies =
        from terms in Gen.Frequency((5, Counting), (2, Rests), (2, Blackouts))
        from per in Gen.Elements(PolicyPer.Customer, PolicyPer.Contact)
        from keys in Gen.OneOf(Gen.Constant(Array.Empty<string>()), Gen.SubListOf(Keys).Select(some => some.ToArray()))
        from scope in Gen.Elements(Enum.GetValues<PolicyScope>())
        from other in Gen.Elements(false, false, false, true)
        from off in Gen.Elements(false, false, false, false, true)
        select Switched(Scoped(new UsagePolicy(NextId(), per, keys, terms), scope, other), off);

    private static readonly Gen<UsageSubject> Subjects =
        from tier in Gen.Elements(Tier.Standard, Tier.Lighthouse)
        from segments in Gen.SubListOf([Segment, OtherSegment, Region])
        from uses in Gen.Elements<int?>(null, null, 0, 1, 3)
        from minutes in Gen.Elements<int?>(null, null, 0, 45, 120)
        from renewal in Gen.OneOf(Gen.Constant<DateOnly?>(null), Days.Select(day => (DateOnly?)day))
        from escalated in Gen.Elements(false, false, false, true)
        let contacts = Who(Anna, Ben).Contacts
        select new UsageSubject(CustomerId, tier, segments.ToHashSet(), [contacts[0] with { UsesPerQuarter = uses, MinutesPerQuarter = minutes }, contacts[1]], null) { RenewalOn = renewal, Escalated = escalated };

    /// <summary>Whole histories.</summary>
    public static readonly Gen<UsageHistory> All =
        from who in Subjects
        from percent in Gen.Elements(0, 0, 20, 34, 50, 100)
        from policies in Gen.Choose(1, 5).SelectMany(number => Policies.ListOf(number))
        from key in Gen.Elements(Keys)
        from day in Days
        from contact in Contacts
        from large in Gen.Elements(false, true)
        from uses in Gen.Choose(0, 12).SelectMany(number => Uses(day, policies).ListOf(number))
        select new UsageHistory(who, [.. policies], percent, who.SegmentIds.Contains(Region) ? There : Elsewhere, [.. uses.Where(use => use.Stands)], Ask(key, day, contact) with { Large = large });

    /// <summary>The limits of a history as the product makes them.</summary>
    public static IReadOnlyList<UsageLimit> Limits(this UsageHistory history)
    {
        var edition = new PolicyEdition(NextId(), 1, "Generated", DateTime.UnixEpoch, null, "Test");
        edition.HoldBack(history.HeldBackPercent, 1000, "EUR");
        var names = Types.ToDictionary(type => type.Key, type => type.Value.Name);
        return new PolicyBook(new PolicyBasis(1, names, new HolidayBook([(Region, There)], Elsewhere), edition, "EUR"), history.Policies).For(history.Who);
    }

    // Near the ask, at the very edges of the windows around it, or anywhere.
    private static Gen<Use> Uses(DateOnly ask, IEnumerable<UsagePolicy> policies)
    {
        int[] edges = [0, .. policies.Select(policy => policy.Days)];
        return
            from key in Gen.Elements(Keys)
            from off in Gen.OneOf(
                from edge in Gen.Elements(edges) from sign in Gen.Elements(-1, 1) from slip in Gen.Choose(-1, 1) select (sign * edge) + slip,
                Gen.Choose(-20, 20),
                Gen.Choose(-400, 400))
            from contact in Contacts
            from state in Gen.Elements(UseState.Done, UseState.Pending, UseState.Planned, UseState.NoShow, UseState.Released)
            from corrected in Gen.Frequency((3, Gen.Constant<(int, int)?>(null)), (1, Gen.Choose(0, 3).Two().Select(pair => ((int, int)?)(pair.Item1, pair.Item2 * 25))))
            from resting in Gen.Elements(true, false)
            from large in Gen.Elements(true, false)
            select In(state, Corrected(Use(key, ask.AddDays(off), contact, state), corrected), resting) with { ForLargeDeal = large };
    }

    private static Use Corrected(Use use, (int Units, int Minutes)? to) =>
        to is { } right ? use with { Units = right.Units, Minutes = right.Minutes, StartsRest = right.Units > 0 } : use;

    private static Use In(UseState state, Use use, bool resting) => state switch
    {
        UseState.NoShow => use with { Units = 0, Minutes = 0, StartsRest = use.StartsRest && resting },
        UseState.Released => use with { Units = 0, Minutes = 0, StartsRest = false },
        _ => use,
    };

    private static UsagePolicy Scoped(UsagePolicy policy, PolicyScope scope, bool other) => scope switch
    {
        PolicyScope.Tier => policy.ForTier(other ? Tier.Standard : Tier.Lighthouse),
        PolicyScope.Segment => policy.ForSegment(other ? [Segment, OtherSegment] : [Segment]),
        PolicyScope.Customer => policy.ForCustomer(other ? Ben : CustomerId, PolicySetter.Customer),
        PolicyScope.Contact => policy.ForContact(CustomerId, other ? Ben : Anna, PolicySetter.Owner),
        _ => policy,
    };

    private static UsagePolicy Switched(UsagePolicy policy, bool off)
    {
        policy.Switch(!off);
        return policy;
    }
}
