using System.Runtime.InteropServices;

namespace ReferenceHub.Core.People;

/// <summary>Opening hours of one weekday, as minutes after local midnight.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayHours
{
    /// <summary>Opening and closing minute of the day, 0–1440; closing is later than opening.</summary>
    public DayHours(int opens, int closes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opens);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(closes, MinutesOfDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(opens, closes);
        Opens = opens;
        Closes = closes;
    }

    /// <summary>Minutes in a day.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>First open minute of the day.</summary>
    public int Opens { get; }

    /// <summary>Minute of the day at which work ends.</summary>
    public int Closes { get; }

    /// <summary>Length of the working day in minutes.</summary>
    public int Minutes => Closes - Opens;
}
