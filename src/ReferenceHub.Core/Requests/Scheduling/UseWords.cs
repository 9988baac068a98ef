using System.Globalization;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>How uses and their times are spoken of to those outside, in their language.</summary>
public static class UseWords
{
    /// <summary>What a kind of use is called.</summary>
    public static string Activity(ActivityType type, string language)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Name;
    }

    /// <summary>A moment (UTC) as the clock in a zone shows it.</summary>
    public static string When(DateTime utc, string zoneId, string language)
    {
        var local = Zones.LocalIn(zoneId, utc);
        var day = local.ToString("dddd d MMMM yyyy", MailLanguages.CultureOf(language));
        return $"{day}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ')})";
    }

    /// <summary>The day of a moment (UTC) in a zone.</summary>
    public static string Day(DateTime utc, string zoneId, string language) =>
        Zones.LocalIn(zoneId, utc).ToString("dddd d MMMM yyyy", MailLanguages.CultureOf(language));
}
