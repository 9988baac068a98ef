namespace ReferenceHub.Core.Usage;

/// <summary>How full the windows of a limit are.</summary>
public static class WindowLoad
{
    /// <summary>The most that any window containing the day holds already, in the limit's measure.</summary>
    public static int Peak(UsageLimit limit, IEnumerable<Use> counted, DateOnly day)
    {
        if (limit.Window.Kind == WindowKind.CalendarQuarter)
        {
            var quarter = LimitWindow.QuarterOf(day);
            return counted.Where(use => LimitWindow.QuarterOf(use.On) == quarter).Sum(limit.AmountOf);
        }

        // A fullest window can be moved until it ends on the day itself or on a use after it.
        var reach = limit.Window.Days - 1;
        var near = counted.Where(use => Math.Abs(use.On.DayNumber - day.DayNumber) <= reach)
            .Select(use => (Day: use.On.DayNumber, Amount: limit.AmountOf(use))).ToList();
        return near.Select(use => use.Day).Where(end => end > day.DayNumber).Append(day.DayNumber)
            .Max(end => near.Where(use => use.Day <= end && use.Day >= end - reach).Sum(use => use.Amount));
    }
}
