namespace ReferenceHub.Core.Usage;

/// <summary>What logging a use would do to the limits that bind it; no limit refuses it.</summary>
/// <param name="Lines">Each limit that has a say, those that would be exceeded first.</param>
/// <param name="After">Whether and when the customer could be asked for the same activity afterwards.</param>
public sealed record UseOutlook(IReadOnlyList<OutlookLine> Lines, AvailabilityResult After)
{
    /// <summary>Whether it goes beyond a limit.</summary>
    public bool Exceeds => Lines.Any(line => line.Exceeds);
}

/// <summary>One limit before and after, in its measure, in the fullest window that contains the day; of a rest or a blackout whether the use lies within one.</summary>
public sealed record OutlookLine(string Rule, string SetBy, PolicyMeasure Measure, bool IsRest, int Before, int After, int Amount, bool Exceeds);

/// <summary>Works out what a use would do.</summary>
internal static class UseOutlooks
{
    public static UseOutlook Of(ActivityType type, LogUse log, UsageSubject who, CustomerUsage usage, PolicyBook policies, DateOnly today, decimal? dealAmount = null)
    {
        var use = new Use(
            Guid.Empty, log.CustomerId, log.ContactId, type.Key, type.Units, log.Minutes ?? type.Minutes, log.On, UseState.Done, type.Units > 0, UseSource.Outside, null, Overridden: false);
        var ask = new UsageAsk(use.ContactId, use.ActivityKey, use.Units, use.Minutes, use.On, policies.IsLarge(dealAmount));
        use = use with { ForLargeDeal = ask.Large };
        var lines = policies.For(who).Where(limit => limit.Binds(ask)).Select(limit => Line(limit, usage.Uses, ask))
            .OrderByDescending(line => line.Exceeds).ThenBy(line => line.IsRest).ThenBy(line => line.Rule, StringComparer.Ordinal);
        return new UseOutlook([.. lines], Availability.Of(type, who, usage with { Uses = [.. usage.Uses, use] }, policies, today, ask.Large));
    }

    private static OutlookLine Line(UsageLimit limit, IReadOnlyList<Use> uses, UsageAsk ask)
    {
        var exceeds = !LimitCheck.Allows([limit], uses, ask);
        if (!limit.Window.Counts)
        {
            return new OutlookLine(limit.Rule, limit.SetBy, limit.Measure, true, 0, 0, 0, exceeds);
        }

        var counted = uses.Where(use => limit.Counts(use, ask.ContactId)).ToList();
        var before = WindowLoad.Peak(limit, counted, ask.On);
        var kept = WindowLoad.Before(limit, counted, ask, ask.On) - before;
        return new OutlookLine(limit.Rule, limit.SetBy, limit.Measure, false, before, before + limit.AmountOf(ask), limit.Amount - kept, exceeds);
    }
}
