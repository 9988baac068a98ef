using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import.Values;

/// <summary>One thing that a word of a fixed list can mean: the choice as the page sends it, the words shown, and other names it goes by.</summary>
public sealed record Meaning(string Choice, string Words, params IReadOnlyList<string> Names)
{
    /// <summary>Start of such a choice; the value stands behind it.</summary>
    public const string Prefix = "is:";

    /// <summary>Whether it goes by the folded name.</summary>
    public bool GoesBy(string key) => Keys.Contains(key);

    internal IEnumerable<string> Keys => Names.Prepend(Words).Prepend(Choice[Prefix.Length..]).Select(name => TextKey.Of(name));
}

/// <summary>What the words of fixed lists can mean: scopes, answers, statuses, tiers, channels and activity types.</summary>
public static class Meanings
{
    private static readonly IReadOnlyList<Meaning> Scopes =
    [
        Is(PermissionScope.SalesCall, "Sales call", "call", "calls", "sales calls", "reference call", "reference calls", "phone call", "phone", "prospect call"),
        Is(PermissionScope.SiteVisit, "Site visit", "visit", "visits", "site visits", "reference visit"),
        Is(PermissionScope.Analyst, "Analyst", "analysts", "analyst call", "analyst briefing"),
        Is(PermissionScope.Press, "Press", "press interview", "media", "pr", "press release"),
        Is(PermissionScope.Event, "Event", "events", "speaking", "speaker", "conference", "webinar"),
        Is(PermissionScope.Rfp, "RFP", "rfp listing", "rfp list", "tender", "named in rfps"),
        Is(PermissionScope.Quote, "Quote", "quotes", "testimonial", "statement"),
        Is(PermissionScope.Logo, "Logo", "logos", "logo use", "name and logo"),
        Is(PermissionScope.Story, "Story", "case study", "success story", "written story", "customer story", "stories"),
        Is(PermissionScope.Video, "Video", "videos", "video testimonial"),
    ];

    private static readonly Dictionary<string, IReadOnlyList<Meaning>> Fixed = new(StringComparer.Ordinal)
    {
        [ImportFields.Scope] = Scopes,
        [ImportFields.Willing] = Scopes,
        [ImportFields.Answer] =
        [
            Is(PermissionStatus.Granted, "Granted", "yes", "y", "ok", "okay", "agreed", "allowed", "approved", "true", "1", "x", "ja", "signed"),
            Is(PermissionStatus.Denied, "Denied", "no", "n", "refused", "declined", "not allowed", "false", "0", "nein", "withdrawn", "never"),
            Is(PermissionStatus.Unknown, "Unknown", "?", "open", "pending", "tbd", "not asked", "maybe", "ask", "unbekannt"),
        ],
        [ImportFields.Status] =
        [
            Is(ReferenceStatus.Candidate, "Candidate", "prospective", "potential", "nominated", "no"),
            Is(ReferenceStatus.Active, "Active", "reference", "referenceable", "live", "yes", "approved"),
            Is(ReferenceStatus.Paused, "Paused", "on hold", "resting"),
            Is(ReferenceStatus.Retired, "Retired", "inactive", "former", "ended"),
            Is(ReferenceStatus.DoNotUse, "Do not use", "blocked", "blacklisted", "do not contact", "never"),
        ],
        [ImportFields.Tier] =
        [
            Is(Tier.Standard, "Standard", "normal", "public"),
            Is(Tier.Lighthouse, "Lighthouse", "strategic", "key account", "gold", "vip"),
            Is(Tier.Confidential, "Confidential", "blind", "anonymous", "secret", "under nda"),
        ],
        [ImportFields.Channels] =
        [
            Is(PermissionChannel.Website, "Website", "web", "homepage", "online"),
            Is(PermissionChannel.Social, "Social", "social media", "social networks", "linkedin"),
            Is(PermissionChannel.Sales, "Sales", "sales use", "one to one"),
            Is(PermissionChannel.Proposals, "Proposals", "offers", "rfp", "rfps"),
            Is(PermissionChannel.Events, "Events", "fairs", "event"),
            Is(PermissionChannel.Press, "Press", "media", "advertising"),
            Is(PermissionChannel.Print, "Print", "brochure", "brochures"),
            Is(PermissionChannel.Internal, "Internal", "staff", "internal only"),
        ],
    };

    /// <summary>The list behind a field; null when it has none.</summary>
    public static IReadOnlyList<Meaning>? Of(string field, IReadOnlyList<ActivityType> activities) =>
        field == ImportFields.Activity ? [.. activities.Select(Of)] : Fixed.GetValueOrDefault(field);

    /// <summary>The meaning that goes by a word, and whether that is certain; null when nothing is near.</summary>
    public static (Meaning? Meaning, bool Certain) For(string value, IReadOnlyList<Meaning> meanings)
    {
        var key = TextKey.Of(value);
        if (meanings.FirstOrDefault(meaning => meaning.GoesBy(key)) is { } same)
        {
            return (same, true);
        }

        var most = TextDistance.Tolerated(key.Length);
        return (meanings
            .Select(meaning => (meaning, Distance: meaning.Keys.Min(name => TextDistance.Between(key, name, most))))
            .Where(guess => guess.Distance is not null)
            .OrderBy(guess => guess.Distance)
            .Select(guess => guess.meaning)
            .FirstOrDefault(), false);
    }

    /// <summary>The value of an enumeration that a choice names.</summary>
    public static T? ValueOf<T>(string? choice)
        where T : struct, Enum =>
        choice?.StartsWith(Meaning.Prefix, StringComparison.Ordinal) == true && Enum.TryParse<T>(choice[Meaning.Prefix.Length..], out var value) && Enum.IsDefined(value) ? value : null;

    private static Meaning Of(ActivityType type) =>
        new(Meaning.Prefix + type.Key, type.Name, [.. Scopes.FirstOrDefault(scope => scope.Choice == Meaning.Prefix + type.Scope)?.Names ?? []]);

    private static Meaning Is<T>(T value, string words, params string[] names)
        where T : struct, Enum => new(Meaning.Prefix + value, words, names);
}
