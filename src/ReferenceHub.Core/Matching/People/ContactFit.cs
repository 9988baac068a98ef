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

    internal const double Language = 4;
    internal const double Topic = 3;
    internal const double Hours = 3;

    /// <summary>The fit of one contact on a day.</summary>
    public static double Of(CatalogContact contact, ContactAsk ask, CatalogTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(terms);
        var whole = WholeOf(ask);
        if (whole == 0)
        {
            return 1;
        }

        ushort[] skills = [.. contact.Skills.Select(skill => (ushort)skill)];
        return ((Language * LanguageOf(skills, ask)) + (Topic * TopicOf(skills, ask, terms)) + (Hours * HoursOf(contact.ZoneId, ask, day))) / whole;
    }

    /// <summary>What is asked for, weighed.</summary>
    internal static double WholeOf(ContactAsk ask) =>
        (ask.Languages.IsEmpty ? 0 : Language) + (ask.Topics.IsEmpty ? 0 : Topic) + (ask.ZoneId is null ? 0 : Hours);

    /// <summary>1 for who speaks one of the languages.</summary>
    internal static double LanguageOf(ReadOnlySpan<ushort> skills, ContactAsk ask)
    {
        foreach (var skill in skills)
        {
            if (ask.Languages.Contains(skill))
            {
                return 1;
            }
        }

        return 0;
    }

    /// <summary>1 for who speaks best about it, or about what stands above or below it; a half for who speaks about anything.</summary>
    internal static double TopicOf(ReadOnlySpan<ushort> skills, ContactAsk ask, CatalogTerms terms)
    {
        var any = true;
        foreach (var skill in skills)
        {
            if (terms.All[skill].Facet == Facet.UseCase)
            {
                any = false;
                foreach (var topic in ask.Topics)
                {
                    if (terms.IsWithin(skill, topic) || terms.IsWithin(topic, skill))
                    {
                        return 1;
                    }
                }
            }
        }

        return any && !ask.Topics.IsEmpty ? 0.5 : 0;
    }

    /// <summary>1 from <see cref="EnoughMinutes"/> of shared working hours on.</summary>
    internal static double HoursOf(string? zoneId, ContactAsk ask, DateOnly day) =>
        ask.ZoneId is { } prospect ? Math.Min(1, SharedHours.Of(zoneId ?? ask.ProgramZoneId, prospect, day).Minutes / (double)EnoughMinutes) : 0;
}
