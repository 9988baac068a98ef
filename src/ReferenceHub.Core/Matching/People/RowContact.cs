using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>The best contact of a reference for an ask, as this viewer may know them.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Facts">What is asked for and met or missed, in words.</param>
public sealed record RowContact(Guid Id, ImmutableArray<MatchReason> Facts)
{
    /// <summary>Name; null while the customer's name is hidden.</summary>
    public string? Name { get; init; }

    /// <summary>Job title; while the customer's name is hidden only one that many people have.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Wishes in words; null while the customer's name is hidden.</summary>
    public string? Wishes { get; init; }
}

/// <summary>Says of a contact what of an ask is met.</summary>
internal static class ContactWords
{
    private const int Noon = 12 * 60;
    private const int Lunch = 13 * 60;

    /// <summary>Language, topic and hours, each where it is asked for; of a hidden row only the topic, as the others tell the country.</summary>
    public static ImmutableArray<MatchReason> Of(ReadOnlySpan<ushort> skills, string? zoneId, ContactAsk ask, CatalogTerms terms, DateOnly today, bool isHidden)
    {
        var facts = ImmutableArray.CreateBuilder<MatchReason>();
        if (!ask.Languages.IsEmpty && !isHidden)
        {
            facts.Add(LanguageOf(skills, ask, terms));
        }

        if (!ask.Topics.IsEmpty && TopicOf(skills, ask, terms) is { } topic)
        {
            facts.Add(topic);
        }

        // That both work at the same hours goes without saying.
        if (ask.ZoneId is { } prospect && !isHidden && SharedHours.Of(zoneId ?? ask.ProgramZoneId, prospect, today) is { IsWhole: false } shared)
        {
            facts.Add(HoursOf(shared));
        }

        return facts.ToImmutable();
    }

    private static MatchReason LanguageOf(ReadOnlySpan<ushort> skills, ContactAsk ask, CatalogTerms terms)
    {
        foreach (var skill in skills)
        {
            if (ask.Languages.Contains(skill))
            {
                return new MatchReason(true, $"speaks {terms.All[skill].Name}");
            }
        }

        return new MatchReason(false, $"no {string.Join(" or ", ask.Languages.Select(language => terms.All[language].Name))}");
    }

    // Who speaks about anything has nothing said of them.
    private static MatchReason? TopicOf(ReadOnlySpan<ushort> skills, ContactAsk ask, CatalogTerms terms)
    {
        string? other = null;
        foreach (var skill in skills)
        {
            if (terms.All[skill].Facet != Facet.UseCase)
            {
                continue;
            }

            other ??= terms.All[skill].Name;
            foreach (var topic in ask.Topics)
            {
                if (terms.IsWithin(skill, topic) || terms.IsWithin(topic, skill))
                {
                    return new MatchReason(true, $"speaks about {terms.All[skill].Name}");
                }
            }
        }

        return other is null ? null : new MatchReason(false, $"rather speaks about {other}");
    }

    private static MatchReason HoursOf(SharedHours shared) => shared switch
    {
        { Minutes: 0 } => new MatchReason(false, "no shared working hours"),
        { To: <= Lunch } => new MatchReason(true, "mornings"),
        { From: >= Noon } => new MatchReason(true, "afternoons"),
        _ => new MatchReason(true, string.Create(CultureInfo.InvariantCulture, $"{Clock(shared.From)}–{Clock(shared.To)}")),
    };

    private static string Clock(int minutes) => TimeOnly.MinValue.AddMinutes(minutes).ToString("HH:mm", CultureInfo.InvariantCulture);
}
