using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>The quick checks against the definition, window by window and day by day.</summary>
public sealed class LimitCheckProperties
{
    private const int Horizon = 900;

    private static readonly string[] Keys = [ActivityKeys.SalesCall, ActivityKeys.Rfp, ActivityKeys.Quote, ActivityKeys.Analyst, ActivityKeys.Event, ActivityKeys.SiteVisit];

    private static readonly Gen<Guid?> Contacts = Gen.Elements<Guid?>(Anna, Ben, null);

    private static readonly Gen<Use> Uses =
        from key in Gen.Elements(Keys)
        from day in Gen.Choose(-200, 200)
        from contact in Contacts
        from state in Gen.Elements(UseState.Done, UseState.Planned, UseState.Pending, UseState.NoShow)
        let use = Use(key, Monday.AddDays(day), contact, state)
        select state == UseState.NoShow ? use with { Units = 0, Minutes = 0 } : use;

    private static readonly Gen<LimitWindow> Windows = Gen.OneOf(
        Gen.Elements(1, 7, 30, 90, 180, 365).Select(LimitWindow.Rolling),
        Gen.Elements(1, 14, 30).Select(LimitWindow.Rest),
        Gen.Constant(LimitWindow.CalendarQuarter));

    private static readonly Gen<UsagePolicy> Policies =
        from per in Gen.Elements(PolicyPer.Customer, PolicyPer.Contact)
        from measure in Gen.Elements(Enum.GetValues<PolicyMeasure>())
        from amount in Gen.Choose(0, 6)
        from window in Windows
        from keys in Gen.SubListOf(Keys)
        select Policy(per, measure, measure == PolicyMeasure.Minutes ? amount * 30 : amount, window, [.. keys]);

    private static readonly Gen<(List<Use> Uses, List<UsagePolicy> Policies, UsageAsk Ask)> Cases =
        from count in Gen.Choose(0, 12)
        from uses in Uses.ListOf(count)
        from rules in Gen.Choose(1, 4).SelectMany(number => Policies.ListOf(number))
        from key in Gen.Elements(Keys)
        from day in Gen.Choose(-60, 60)
        from contact in Contacts
        select (uses.Where(use => use.Stands).ToList(), rules.ToList(), Ask(key, Monday.AddDays(day), contact));

    [Fact]
    public void A_use_is_allowed_exactly_if_no_window_that_contains_it_exceeds_a_limit() => Holds(x =>
        Check(x).Allowed == Allowed(x.Policies, x.Uses, x.Ask, x.Ask.On));

    [Fact]
    public void The_first_free_day_is_the_first_day_that_is_allowed() => Holds(x =>
    {
        var found = Check(x);
        var days = Enumerable.Range(0, Horizon).Select(x.Ask.On.AddDays).Where(day => Allowed(x.Policies, x.Uses, x.Ask, day));
        return found.Allowed || found.Breach!.FreeOn == days.Select(day => (DateOnly?)day).FirstOrDefault();
    });

    [Fact]
    public void What_is_allowed_leaves_every_window_within_its_limit_for_those_who_come_later() => Holds(x =>
    {
        // Fill by asking day after day: whatever was let in, the definition still holds for each of them.
        var uses = new List<Use>();
        foreach (var use in x.Uses.Where(use => use.Counts))
        {
            var ask = new UsageAsk(use.ContactId, use.ActivityKey, use.Units, use.Minutes, use.On);
            if (LimitCheck.Check(Limits(x.Policies), uses, ask).Allowed)
            {
                uses.Add(use);
            }
        }

        return uses.TrueForAll(use => Allowed(x.Policies, [.. uses.Where(other => other != use)], new UsageAsk(use.ContactId, use.ActivityKey, use.Units, use.Minutes, use.On), use.On));
    });

    private static LimitVerdict Check((List<Use> Uses, List<UsagePolicy> Policies, UsageAsk Ask) x) => LimitCheck.Check(Limits(x.Policies), x.Uses, x.Ask);

    private static IReadOnlyList<UsageLimit> Limits(List<UsagePolicy> policies) => Book([.. policies]).For(Who(Anna, Ben));

    private static bool Allowed(List<UsagePolicy> policies, List<Use> uses, UsageAsk ask, DateOnly day) => policies.TrueForAll(policy => Allowed(policy, uses, ask, day));

    private static bool Allowed(UsagePolicy policy, List<Use> uses, UsageAsk ask, DateOnly day)
    {
        bool Covers(string key) => policy.ActivityKeys.Count == 0 || policy.ActivityKeys.Contains(key);
        var takesTime = ask.Units + ask.Minutes > 0;
        if (!Covers(ask.ActivityKey) || (policy.Per == PolicyPer.Contact && (ask.ContactId is null || !takesTime)))
        {
            return true;
        }

        var mine = uses.Where(use => Covers(use.ActivityKey) && (policy.Per == PolicyPer.Customer
            || (use.ContactId == ask.ContactId && (use.Units + use.Minutes > 0 || use.State == UseState.NoShow)))).ToList();
        if (policy.WindowKind == WindowKind.Rest)
        {
            return !takesTime || mine.TrueForAll(use =>
            {
                var gap = Math.Abs(day.DayNumber - use.On.DayNumber);
                var earlierStarts = (use.On <= day && use.StartsRest) || (day <= use.On && ask.Units > 0 && use.Units + use.Minutes > 0);
                return gap >= policy.Days || !earlierStarts;
            });
        }

        int Amount(int units, int minutes) => policy.Measure switch { PolicyMeasure.Uses => 1, PolicyMeasure.Units => units, _ => minutes };
        var amount = Amount(ask.Units, ask.Minutes);
        if (amount == 0)
        {
            return true;
        }

        var counted = mine.Where(use => use.State != UseState.NoShow).ToList();
        int Sum(DateOnly first, DateOnly last) => counted.Where(use => use.On >= first && use.On <= last).Sum(use => Amount(use.Units, use.Minutes));
        if (policy.WindowKind == WindowKind.CalendarQuarter)
        {
            var first = new DateOnly(day.Year, 1, 1).AddMonths((day.Month - 1) / 3 * 3);
            return Sum(first, first.AddMonths(3).AddDays(-1)) + amount <= policy.Amount;
        }

        return Enumerable.Range(0, policy.Days).All(back => Sum(day.AddDays(-back), day.AddDays(policy.Days - 1 - back)) + amount <= policy.Amount);
    }

    private static void Holds(Func<(List<Use> Uses, List<UsagePolicy> Policies, UsageAsk Ask), bool> rule) =>
        Prop.ForAll(Cases.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
