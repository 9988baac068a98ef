using Bogus;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>When deals close: most in the last weeks of a quarter, few in August, a little more every year.</summary>
internal sealed class Season
{
    private readonly DateOnly[] days;
    private readonly double[] upTo;

    /// <summary>The working days of a stretch with their weight.</summary>
    public Season(DateOnly from, DateOnly to)
    {
        days = [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        var sum = 0.0;
        upTo = [.. days.Select(day => sum += Weight(day, (day.DayNumber - from.DayNumber) / 365.0))];
    }

    /// <summary>A day by its weight.</summary>
    public DateOnly Draw(Randomizer dice)
    {
        var place = Array.BinarySearch(upTo, dice.Double() * upTo[^1]);
        return days[Math.Min(days.Length - 1, place < 0 ? ~place : place)];
    }

    private static double Weight(DateOnly day, double years)
    {
        var ofQuarter = ((day.Month - 1) % 3) switch { 0 => 0.6, 1 => 0.9, _ => day.Day > 18 ? 3.2 : 1.6 };
        var ofYear = day.Month switch { 8 => 0.55, 12 => day.Day > 22 ? 0.4 : 1.25, _ => 1 };
        return ofQuarter * ofYear * (1 + (0.22 * years));
    }
}
