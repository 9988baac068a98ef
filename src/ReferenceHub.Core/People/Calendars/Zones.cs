using NodaTime;
using NodaTime.TimeZones;

namespace ReferenceHub.Core.People;

/// <summary>Time zones by IANA name; a clock time that summer time skips is the end of the gap, one that it repeats is the earlier.</summary>
public static class Zones
{
    /// <summary>Longest zone name in characters.</summary>
    public const int MaxIdLength = 60;

    private static readonly ZoneLocalMappingResolver OnChange =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>True for a known IANA zone name.</summary>
    public static bool Exists(string? zoneId) => zoneId is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) is not null;

    /// <summary>Names a person can choose from, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = TzdbZones();

    /// <summary>The date in a zone at an instant.</summary>
    public static DateOnly DateIn(string zoneId, DateTime utc) => DateOnly.FromDateTime(Local(Get(zoneId), utc));

    /// <summary>The clock in a zone at an instant (kind unspecified).</summary>
    public static DateTime LocalIn(string zoneId, DateTime utc) => Local(Get(zoneId), utc);

    /// <summary>The instant of a clock time in a zone.</summary>
    public static DateTime UtcOf(string zoneId, DateTime local) => Utc(Get(zoneId), local);

    /// <summary>First instant (UTC) of a day in a zone.</summary>
    public static DateTime StartOf(string zoneId, DateOnly day) => Utc(Get(zoneId), day.ToDateTime(TimeOnly.MinValue));

    internal static DateTimeZone Get(string zoneId) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) ?? throw new ArgumentException($"'{zoneId}' is no time zone.", nameof(zoneId));

    internal static DateTime Local(DateTimeZone zone, DateTime utc) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(zone).ToDateTimeUnspecified();

    internal static DateTime Utc(DateTimeZone zone, DateTime local) =>
        zone.ResolveLocal(LocalDateTime.FromDateTime(local), OnChange).ToDateTimeUtc();

    private static List<string> TzdbZones() =>
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId)
            .Append("UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
