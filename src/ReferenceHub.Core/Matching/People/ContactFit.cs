namespace ReferenceHub.Core.Matching;

/// <summary>
/// How well a contact suits an ask, 0 to 1: language counts four, topic three, shared working hours three, each only where it is asked
/// for. Willingness, pauses and free minutes are no matter of degree: who lacks them is no candidate.
/// </summary>
public static class ContactFit
{
    /// <summary>The part of a reference's availability that hangs on how well its best contact suits, 0 to 1.</summary>
    public const double Share = 0.3;

    /// <summary>Shared working hours (minutes) that are as good as a whole day.</summary>
    public const int EnoughMinutes = 240;

    /// <summary>Points of a contact who suits in everything.</summary>
    internal const int Whole = 1000;

    private const double Language = 4;
    private const double Topic = 3;
    private const double Hours = 3;

    /// <summary>The fit of one contact on a day.</summary>
    public static double Of(CatalogContact contact, ContactAsk ask, CatalogTerms terms, DateOnly day) => PointsOf(contact, ask, terms, day) / (double)Whole;

    /// <summary>The same in points.</summary>
    internal static int PointsOf(CatalogContact contact, ContactAsk ask, CatalogTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(terms);
        ushort[] skills = [.. contact.Skills.Select(skill => (ushort)skill)];
        return ask.AsksNothing ? Whole : SkillPoints(skills, ask, new AskedSkills(ask, terms)) + HoursPoints(contact.ZoneId, ask, day);
    }

    /// <summary>Points for language and topic.</summary>
    internal static int SkillPoints(ReadOnlySpan<ushort> skills, ContactAsk ask, AskedSkills asked) =>
        Points((asked.LanguageIn(skills) >= 0 ? Language : 0) + (Topic * TopicOf(skills, ask, asked)), ask);

    /// <summary>Points for shared working hours.</summary>
    internal static int HoursPoints(string? zoneId, ContactAsk ask, DateOnly day) => Points(Hours * HoursOf(zoneId, ask, day), ask);

    /// <summary>Points of a contact of whom language and hours must not be told: half of both, whatever they are.</summary>
    internal static int HiddenPoints(ReadOnlySpan<ushort> skills, ContactAsk ask, AskedSkills asked) =>
        Points((Topic * TopicOf(skills, ask, asked)) + (((ask.Languages.IsEmpty ? 0 : Language) + (ask.ZoneId is null ? 0 : Hours)) / 2), ask);

    private static int Points(double weighed, ContactAsk ask)
    {
        var whole = (ask.Languages.IsEmpty ? 0 : Language) + (ask.Topics.IsEmpty ? 0 : Topic) + (ask.ZoneId is null ? 0 : Hours);
        return whole == 0 ? Whole : (int)Math.Round(Whole * weighed / whole);
    }

    // 1 for who speaks best about it; a half for who speaks about anything.
    private static double TopicOf(ReadOnlySpan<ushort> skills, ContactAsk ask, AskedSkills asked) =>
        ask.Topics.IsEmpty ? 0 : asked.TopicIn(skills) >= 0 ? 1 : asked.OtherTopicIn(skills) >= 0 ? 0 : 0.5;

    // 1 from enough shared working hours on.
    private static double HoursOf(string? zoneId, ContactAsk ask, DateOnly day) =>
        ask.ZoneId is { } prospect ? Math.Min(1, SharedHours.Of(zoneId ?? ask.ProgramZoneId, prospect, day).Minutes / (double)EnoughMinutes) : 0;
}
