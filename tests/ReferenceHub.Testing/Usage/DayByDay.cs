using ReferenceHub.Core.Usage;

namespace ReferenceHub.Testing.Usage;

/// <summary>
/// The limits by their definition, for comparison: what each day holds is written down day by day, every window that contains a day is added up, and
/// the first free day is found by trying one day after the other. Nothing of the quick checks is used.
/// </summary>
public sealed class DayByDay
{
    private const int Before = 1500;
    private const int Ahead = 2600;
    private const int Tried = 1800;

    private readonly UsageHistory history;
    private readonly UsageAsk ask;
    private readonly List<Rule> rules;
    private readonly DateOnly first;

    /// <summary>What the limits of a history say of its ask.</summary>
    public DayByDay(UsageHistory history)
    {
        (this.history, ask, first) = (history, history.Ask, history.Ask.On.AddDays(-Before));
        rules = [.. history.Policies.Where(policy => policy.Enabled && Concerns(policy)).Select(Of), .. Wishes()];
        rules.RemoveAll(rule => !Binds(rule));
    }

    /// <summary>Whether every rule allows the ask on a day.</summary>
    public bool Allows(DateOnly day) => rules.TrueForAll(rule => Allows(rule, day));

    /// <summary>The first day from the one asked for on that all rules allow.</summary>
    public DateOnly? FirstFree() => FirstFree(rules);

    /// <summary>The broken rule that holds longest by itself; more than one when they end on the same day.</summary>
    public IReadOnlyList<Guid> Strictest()
    {
        var ends = rules.Where(rule => !Allows(rule, ask.On)).Select(rule => (rule.PolicyId, Ends: FirstFree([rule]) ?? DateOnly.MaxValue)).ToList();
        return [.. ends.Where(rule => rule.Ends == ends.Max(other => other.Ends)).Select(rule => rule.PolicyId)];
    }

    private DateOnly? FirstFree(List<Rule> all)
    {
        for (var day = ask.On; day < ask.On.AddDays(Tried); day = day.AddDays(1))
        {
            if (all.TrueForAll(rule => Allows(rule, day)))
            {
                return day;
            }
        }

        return null;
    }

    private bool Allows(Rule rule, DateOnly day) => rule switch
    {
        { Closed: { } blackout } => !IsClosed(blackout, day),
        { Kind: WindowKind.Rest } => history.Uses.Where(use => Counts(rule, use)).All(use => IsRested(rule.Days, use, day)),
        _ when rule.Taken(ask.Units, ask.Minutes) == 0 => true,
        { Kind: WindowKind.CalendarQuarter } => Fits(rule, QuarterWith(day).Aggregate(new Holding(0, 0), (sum, other) => sum + HeldOn(rule, other))),
        _ => Enumerable.Range(0, rule.Days).All(back => Fits(rule, HeldFrom(rule, day.AddDays(-back)))),
    };

    // Nothing exceeds the limit, and what is not for large deals takes nothing of what is kept for them.
    private bool Fits(Rule rule, Holding window)
    {
        var taken = rule.Taken(ask.Units, ask.Minutes);
        return window.Large + window.Others + taken <= rule.Most && (ask.Large || window.Others + taken <= rule.Most - rule.Kept);
    }

    private Holding HeldOn(Rule rule, DateOnly day) => (rule.Held ??= Diary(rule))[day.DayNumber - first.DayNumber];

    // What the window that starts on a day holds; each is added up once.
    private Holding HeldFrom(Rule rule, DateOnly start)
    {
        var known = rule.Windows ??= new Holding?[Before + Ahead];
        ref var sum = ref known[start.DayNumber - first.DayNumber];
        if (sum is null)
        {
            sum = new Holding(0, 0);
            for (var offset = 0; offset < rule.Days; offset++)
            {
                sum += HeldOn(rule, start.AddDays(offset));
            }
        }

        return sum.Value;
    }

    // What every day holds, in the rule's measure.
    private Holding[] Diary(Rule rule)
    {
        var held = new Holding[Before + Ahead];
        foreach (var use in history.Uses.Where(use => use.State is UseState.Done or UseState.Pending or UseState.Planned && Counts(rule, use)))
        {
            var taken = rule.Taken(use.Units, use.Minutes);
            held[use.On.DayNumber - first.DayNumber] += use.ForLargeDeal ? new Holding(0, taken) : new Holding(taken, 0);
        }

        return held;
    }

    private bool IsRested(int days, Use use, DateOnly day)
    {
        for (var gap = 0; gap < days; gap++)
        {
            var still = use.StartsRest && use.On.AddDays(gap) == day;
            var already = ask.Units > 0 && use.Units + use.Minutes > 0 && day.AddDays(gap) == use.On;
            if (still || already)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsClosed(Blackout blackout, DateOnly day) => blackout.Rule switch
    {
        BlackoutRule.Between => blackout.From <= day && blackout.Until >= day,
        BlackoutRule.QuarterEnd => Enumerable.Range(0, blackout.Days).Any(left => Quarter(day.AddDays(left)) != Quarter(day.AddDays(left + 1))),
        BlackoutRule.Holidays => history.Holidays.Contains(day),
        BlackoutRule.Renewal => Enumerable.Range(0, blackout.Days + 1).Any(left => day.AddDays(left) == history.Who.RenewalOn),
        _ => history.Who.Escalated,
    };

    private static IEnumerable<DateOnly> QuarterWith(DateOnly day) =>
        Enumerable.Range(-92, 185).Select(day.AddDays).Where(other => Quarter(other) == Quarter(day));

    private static (int Year, int Quarter) Quarter(DateOnly day) => (day.Year, day.Month switch { <= 3 => 1, <= 6 => 2, <= 9 => 3, _ => 4 });

    private bool Concerns(UsagePolicy policy) => policy.Scope switch
    {
        PolicyScope.Tier => policy.Tier == history.Who.Tier,
        PolicyScope.Segment => policy.SegmentIds.TrueForAll(history.Who.SegmentIds.Contains),
        PolicyScope.Customer or PolicyScope.Contact => policy.CustomerId == history.Who.CustomerId,
        _ => true,
    };

    private Rule Of(UsagePolicy policy)
    {
        var counts = policy.Blackout is null && policy.WindowKind != WindowKind.Rest;
        var kept = counts && policy.Per == PolicyPer.Customer ? (int)Math.Floor(policy.Amount * (history.HeldBackPercent / 100m)) : 0;
        return new Rule(policy.Id, policy.Per == PolicyPer.Contact, policy.ContactId, policy.ActivityKeys, policy.Measure, policy.Amount, policy.WindowKind, policy.Days, policy.Blackout) { Kept = kept };
    }

    private IEnumerable<Rule> Wishes()
    {
        foreach (var contact in history.Who.Contacts)
        {
            if (contact.UsesPerQuarter is { } uses)
            {
                yield return new Rule(contact.ContactId, true, contact.ContactId, [], PolicyMeasure.Uses, uses, WindowKind.Rolling, 90, null);
            }

            if (contact.MinutesPerQuarter is { } minutes)
            {
                yield return new Rule(contact.ContactId, true, contact.ContactId, [], PolicyMeasure.Minutes, minutes, WindowKind.Rolling, 90, null);
            }
        }
    }

    // A mere listing takes nobody's time: it is counted per customer and heeds blackouts, but neither rests nor anybody's own limits look at it.
    private bool Binds(Rule rule)
    {
        var takesTime = ask.Units + ask.Minutes > 0;
        var heeded = rule.Closed is not null || takesTime;
        return Covers(rule, ask.ActivityKey) && (rule.PerContact
            ? heeded && ask.ContactId is { } contact && (rule.ContactId ?? contact) == contact
            : heeded || rule.Kind != WindowKind.Rest);
    }

    private bool Counts(Rule rule, Use use) => Covers(rule, use.ActivityKey)
        && (!rule.PerContact || (use.ContactId == ask.ContactId && (use.Units + use.Minutes > 0 || use.StartsRest)));

    private static bool Covers(Rule rule, string key) => rule.Keys.Count == 0 || rule.Keys.Contains(key);

    private sealed record Rule(
        Guid PolicyId, bool PerContact, Guid? ContactId, IReadOnlyList<string> Keys, PolicyMeasure Measure, int Most, WindowKind Kind, int Days, Blackout? Closed)
    {
        public int Kept { get; init; }

        public Holding[]? Held { get; set; }

        public Holding?[]? Windows { get; set; }

        public int Taken(int units, int minutes) => Measure switch { PolicyMeasure.Uses => 1, PolicyMeasure.Units => units, _ => minutes };
    }

    // What a day or a window holds, in a rule's measure.
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Holding(int Others, int Large)
    {
        public static Holding operator +(Holding one, Holding other) => new(one.Others + other.Others, one.Large + other.Large);
    }
}
