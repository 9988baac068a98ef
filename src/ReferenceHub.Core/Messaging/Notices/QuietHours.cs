using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>When somebody may be mailed: times of day in their zone, right on the days on which clocks change.</summary>
public static class QuietHours
{
    /// <summary>The first instant (UTC) from <paramref name="utc"/> on that lies outside the quiet hours; the usual ones when nothing was chosen.</summary>
    public static DateTime AwakeAt(NoticeHours? hours, string zoneId, DateTime utc)
    {
        var (from, until) = hours is null ? (NoticeHours.UsualFrom, NoticeHours.UsualUntil) : (hours.QuietFrom, hours.QuietUntil);
        var local = Zones.LocalIn(zoneId, utc);
        var minute = (local.Hour * 60) + local.Minute;
        var isQuiet = from <= until ? minute >= from && minute < until : minute >= from || minute < until;
        if (!isQuiet)
        {
            return utc;
        }

        var end = local.Date.AddDays(minute < until ? 0 : 1).AddMinutes(until);
        return Later(utc, Zones.UtcOf(zoneId, end));
    }

    /// <summary>The next time of the digest (UTC), after <paramref name="utc"/>.</summary>
    public static DateTime NextDigest(NoticeHours? hours, string zoneId, DateTime utc)
    {
        var at = hours?.DigestAt ?? NoticeHours.UsualDigest;
        var day = Zones.LocalIn(zoneId, utc).Date;
        var today = Zones.UtcOf(zoneId, day.AddMinutes(at));
        return today > utc ? today : Zones.UtcOf(zoneId, day.AddDays(1).AddMinutes(at));
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
