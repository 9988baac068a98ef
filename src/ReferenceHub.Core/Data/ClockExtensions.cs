namespace ReferenceHub.Core.Data;

/// <summary>How the domain reads a clock.</summary>
public static class ClockExtensions
{
    /// <summary>Now in UTC, cut to milliseconds, as every database keeps it.</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().UtcDateTime.CutToMilliseconds();
    }

    /// <summary>The same instant without its fraction of a millisecond.</summary>
    public static DateTime CutToMilliseconds(this DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
