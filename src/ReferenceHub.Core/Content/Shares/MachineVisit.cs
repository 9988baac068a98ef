using System.Text.RegularExpressions;

namespace ReferenceHub.Core.Content;

/// <summary>Tells link scanners, previews and crawlers from people, by what a browser says of itself.</summary>
public static partial class MachineVisit
{
    /// <summary>Whether a visit with this user agent is a machine's; nobody's browser is silent about itself.</summary>
    public static bool Is(string? userAgent) => string.IsNullOrWhiteSpace(userAgent) || Machine().IsMatch(userAgent);

    [GeneratedRegex(
        @"bot\b|bot/|crawl|spider|slurp|scan|preview|prefetch|monitor|facebookexternalhit|whatsapp|telegram|slack|skypeuri|teams|curl/|wget/|python|okhttp|java/|go-http|libwww|httpclient|apache-|axios|node-fetch|headless-check|barracuda|mimecast|proofpoint|safelinks|trendmicro|symantec|virustotal",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
