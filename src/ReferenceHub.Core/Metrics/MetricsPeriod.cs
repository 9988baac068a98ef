using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Metrics;

/// <summary>A span of days in the program's zone, both ends included, with the UTC instants it covers.</summary>
public sealed record MetricsPeriod(DateOnly From, DateOnly To, string ZoneId)
{
    /// <summary>First instant (UTC).</summary>
    public DateTime Start => Zones.StartOf(ZoneId, From);

    /// <summary>First instant after it (UTC).</summary>
    public DateTime End => Zones.StartOf(ZoneId, To.AddDays(1));

    /// <summary>Length in days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The period of the same kind just before.</summary>
    public MetricsPeriod Before(string choice) => choice == MetricsPeriods.LastYear
        ? this with { From = From.AddYears(-1), To = From.AddDays(-1) }
        : this with { From = From.AddDays(-Days), To = From.AddDays(-1) };
}

/// <summary>The periods offered, by the key used in addresses.</summary>
public static class MetricsPeriods
{
    /// <summary>The last 12 months.</summary>
    public const string LastYear = "12m";

    /// <summary>The last 90 days.</summary>
    public const string LastQuarter = "90d";

    /// <summary>The last 30 days.</summary>
    public const string LastMonth = "30d";

    /// <summary>Keys with their words.</summary>
    public static IReadOnlyList<(string Key, string Words, string BeforeWords)> Offered { get; } =
    [
        (LastYear, "Last 12 months", "12 months before"),
        (LastQuarter, "Last 90 days", "90 days before"),
        (LastMonth, "Last 30 days", "30 days before"),
    ];

    /// <summary>The key itself when offered, else the last 12 months.</summary>
    public static string Known(string? key) => Offered.Any(period => period.Key == key) ? key! : LastYear;

    /// <summary>The period up to and including today.</summary>
    public static MetricsPeriod Of(string? key, DateOnly today, string zoneId) => Known(key) switch
    {
        LastQuarter => new(today.AddDays(-89), today, zoneId),
        LastMonth => new(today.AddDays(-29), today, zoneId),
        _ => new(today.AddYears(-1).AddDays(1), today, zoneId),
    };
}
