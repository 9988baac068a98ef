namespace ReferenceHub.Core.Matching;

/// <summary>Days (as day numbers) of a customer whose name is hidden, made coarse so that neither filter nor order finds out the exact one.</summary>
internal static class BlindDay
{
    /// <summary>The last day of its year: who is live since some day of 2024 is surely live since the end of 2024.</summary>
    public static int EndOfYear(int day) => new DateOnly(DateOnly.FromDayNumber(day).Year, 12, 31).DayNumber;

    /// <summary>The latest day that is the last of a year, up to a day: whose year ended by then.</summary>
    public static int LastEndOfYear(int day) => EndOfYear(day) == day ? day : new DateOnly(DateOnly.FromDayNumber(day).Year, 1, 1).DayNumber - 1;

    /// <summary>The first day of its month.</summary>
    public static int StartOfMonth(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return day - date.Day + 1;
    }
}
