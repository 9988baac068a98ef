namespace ReferenceHub.Core.Usage;

/// <summary>How full the windows of a limit are.</summary>
public static class WindowLoad
{
    /// <summary>The most that any window containing the day holds already, in the limit's measure.</summary>
    public static int Peak(UsageLimit limit, IEnumerable<Use> counted, DateOnly day) => Peak(limit, counted, day, kept: 0);

    /// <summary>The same as an ask meets it: what is kept from it and not filled by large deals yet is as good as filled.</summary>
    public static int Before(UsageLimit limit, IEnumerable<Use> counted, UsageAsk ask, DateOnly day) => Peak(limit, counted, day, limit.KeptFrom(ask));

    private static int Peak(UsageLimit limit, IEnumerable<Use> counted, DateOnly day, int kept)
    {
        if (limit.Window.Kind == WindowKind.CalendarQuarter)
        {
            var quarter = LimitWindow.QuarterOf(day);
            return Filled(limit, counted.Where(use => LimitWindow.QuarterOf(use.On) == quarter), kept);
        }

        // A fullest window can be moved until it ends on the day itself or on a use after it.
        var reach = limit.Window.Days - 1;
        var near = counted.Where(use => Math.Abs(use.On.DayNumber - day.DayNumber) <= reach).ToList();
        return near.Select(use => use.On.DayNumber).Where(end => end > day.DayNumber).Append(day.DayNumber)
            .Max(end => Filled(limit, near.Where(use => use.On.DayNumber <= end && use.On.DayNumber >= end - reach), kept));
    }

    // Large deals fill what is kept for them first, and the rest of it stays kept.
    private static int Filled(UsageLimit limit, IEnumerable<Use> uses, int kept)
    {
        var (all, large) = (0, 0);
        foreach (var use in uses)
        {
            var amount = limit.AmountOf(use);
            (all, large) = (all + amount, large + (use.ForLargeDeal ? amount : 0));
        }

        return all + Math.Max(0, kept - large);
    }
}
