using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>How uses and their times are spoken of to those outside, in their language.</summary>
public static class UseWords
{
    /// <summary>What a kind of use is called.</summary>
    public static string Activity(ActivityType type, string language) => ActivityWords.Of(type, OutsideWords.In(language));

    /// <summary>A moment (UTC) as the clock in a zone shows it.</summary>
    public static string When(DateTime utc, string zoneId, string language) => OutsideWords.In(language).Moment(utc, zoneId);

    /// <summary>The day of a moment (UTC) in a zone.</summary>
    public static string Day(DateTime utc, string zoneId, string language) => OutsideWords.In(language).Day(Zones.DateIn(zoneId, utc));
}
