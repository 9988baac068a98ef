using System.Globalization;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Times as the person at the page reads them: in their zone, near ones in words.</summary>
public sealed class PersonTime(TimeProvider clock)
{
    /// <summary>The person's zone; the organisation's when they chose none. Set once a request, at sign-in check.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Now (UTC).</summary>
    public DateTime Now => clock.UtcNow();

    /// <summary>Today in the person's zone.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>Chooses the zone by its IANA name; an unknown one changes nothing.</summary>
    public void UseZone(string? zoneId)
    {
        if (!string.IsNullOrEmpty(zoneId) && TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone))
        {
            Zone = zone;
        }
    }

    /// <summary>The moment in the person's zone.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The moment (UTC) of a clock time that the person typed; one that summer time skips is moved on.</summary>
    public DateTime Utc(DateTime local)
    {
        var typed = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(typed) ? typed.AddHours(1) : typed, Zone);
    }

    /// <summary>The moment's date in the person's zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>"Wed 25 Nov 2026, 10:42 (Europe/Berlin)": for titles.</summary>
    public string Exact(DateTime utc) => string.Create(Words.Culture, $"{ToMinute(utc):ddd d MMM yyyy, HH:mm} ({Zone.Id})");

    /// <summary>"today 13:00", "Fri 16:00" within a week, "Wed 2 Dec" beyond.</summary>
    public string Near(DateTime utc)
    {
        var local = ToMinute(utc);
        var days = DateOnly.FromDateTime(local).DayNumber - Today.DayNumber;
        return days switch
        {
            0 => string.Create(Words.Culture, $"today {local:HH:mm}"),
            -1 => string.Create(Words.Culture, $"yesterday {local:HH:mm}"),
            1 => string.Create(Words.Culture, $"tomorrow {local:HH:mm}"),
            > -7 and < 7 => local.ToString("ddd HH:mm", Words.Culture),
            _ => Words.WeekDay(DateOnly.FromDateTime(local), Today),
        };
    }

    /// <summary>"just now", "12 minutes ago", "3 hours ago", "5 days ago", "in 2 hours".</summary>
    public string Ago(DateTime utc)
    {
        var span = Now - utc;
        var minutes = (int)Math.Abs(span.TotalMinutes);
        if (minutes < 1)
        {
            return "just now";
        }

        if (minutes >= 24 * 60)
        {
            return Words.Ago(DayOf(utc), Today);
        }

        var size = minutes < 60 ? Words.Count(minutes, "minute") : Words.Count(minutes / 60, "hour");
        return span > TimeSpan.Zero ? $"{size} ago" : $"in {size}";
    }

    // A due time half a second before noon reads as noon.
    private DateTime ToMinute(DateTime utc) => Local(utc.AddSeconds(30));

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
