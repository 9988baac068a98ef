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
        var asked = new AskedSkills(ask, terms);
        if (!ask.Languages.IsEmpty && !isHidden)
        {
            facts.Add(asked.LanguageIn(skills) is >= 0 and var spoken
                ? new MatchReason(true, $"speaks {terms.All[spoken].Name}")
                : new MatchReason(false, $"no {string.Join(" or ", ask.Languages.Select(language => terms.All[language].Name))}"));
        }

        // Who speaks about anything has nothing said of them.
        if (!ask.Topics.IsEmpty && asked.TopicIn(skills) is >= 0 and var topic)
        {
            facts.Add(new MatchReason(true, $"speaks about {terms.All[topic].Name}"));
        }
        else if (!ask.Topics.IsEmpty && asked.OtherTopicIn(skills) is >= 0 and var other)
        {
            facts.Add(new MatchReason(false, $"rather speaks about {terms.All[other].Name}"));
        }

        // That both work at the same hours goes without saying.
        if (ask.ZoneId is { } prospect && !isHidden && SharedHours.Of(zoneId ?? ask.ProgramZoneId, prospect, today) is { IsWhole: false } shared)
        {
            facts.Add(HoursOf(shared));
        }

        return facts.ToImmutable();
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
