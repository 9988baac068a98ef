using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Whether a time is one at which people usually work where somebody is.</summary>
public static class UsualHours
{
    private const int Opens = 8;
    private const int Closes = 18;

    /// <summary>What speaks against a time of some length in a zone, as said after the time: "at the weekend"; null when nothing does.</summary>
    public static string? WhyNot(DateTime utc, int minutes, string zoneId)
    {
        var from = Zones.LocalIn(zoneId, utc);
        var to = Zones.LocalIn(zoneId, utc.AddMinutes(minutes));
        return from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "at the weekend"
            : from.Hour < Opens ? "early in the morning"
            : to.Date > from.Date || to.TimeOfDay > TimeSpan.FromHours(Closes) ? "late in the day"
            : null;
    }
}
