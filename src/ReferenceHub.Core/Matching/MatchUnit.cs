using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>What is met or missed as one: any of a facet's musts, any of its preferences, none of what is not wanted, each product by itself, or words of the text.</summary>
internal sealed record MatchUnit(Facet Facet, bool Must, ImmutableArray<Criterion> Items, ImmutableArray<int> Terms, string Words, string? Text = null, bool Not = false)
{
    private const int WishedTextWeight = 3;

    public static ImmutableArray<MatchUnit> Of(Criteria criteria, CatalogTerms terms, Likenesses likes, DateOnly? today = null)
    {
        var units = new List<MatchUnit>();
        foreach (var asked in criteria.Items.Where(item => IsKnown(item, terms, likes)).GroupBy(item => (item.Facet, item.Must, item.Not)))
        {
            if (asked.Key.Facet.AsksForAll() && !asked.Key.Not)
            {
                units.AddRange(asked.Select(item => From(asked.Key.Facet, asked.Key.Must, [item], terms, likes, today)));
            }
            else
            {
                units.Add(From(asked.Key.Facet, asked.Key.Must, asked.Key.Not ? [.. asked] : Narrowest(asked, terms), terms, likes, today));
            }
        }

        AddText(units, criteria.MustText, must: true);
        AddText(units, criteria.WishedText, must: false);
        return [.. units];
    }

    /// <summary>Whom it asks to be like.</summary>
    public ImmutableArray<Likeness> Likes { get; init; } = [];

    /// <summary>Whether it asks to be like somebody.</summary>
    public bool AsksLikeness => !Likes.IsEmpty;

    /// <summary>How much it counts within fit, relative to the others.</summary>
    public int Weight(MatchWeights weights) => Text is null ? weights.Of(Facet) : Must ? 1 : WishedTextWeight;

    /// <summary>The criteria that go when it is dropped: a broader tick that a narrower one stands for goes with it.</summary>
    public Criteria Dropped(Criteria criteria)
    {
        if (Text is not null)
        {
            return criteria.WithText(criteria.WishedText);
        }

        // Words that only ranked must not begin to filter because nothing else is left.
        var rest = criteria.Without(Facet.AsksForAll() && !Not ? Items : criteria.Items.Where(item => item.Facet == Facet && item.Must && item.Not == Not));
        return rest.Items.IsEmpty ? rest.WithText(criteria.MustText) : rest;
    }

    public static bool IsKnown(Criterion item, CatalogTerms terms, Likenesses likes) => item.Facet switch
    {
        Facet.Availability => AvailabilityKeys.TryParse(item.Key, out _),
        Facet.Live => TryMonths(item.Key, out _),
        Facet.FreeBy => TryDay(item.Key, out _),
        Facet.Like or Facet.LikeDeal => likes.Find(item) is not null,
        Facet.Size => StaffRange.TryParse(item.Key, out _),
        _ => terms.Find(item.Facet, item.Key) is not null,
    };

    public static bool TryMonths(string key, out int months) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out months) && months is > 0 and <= 600;

    public static bool TryDay(string key, out DateOnly day) =>
        DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Data.Days.Holds(day);

    public static string WordsOf(Criterion item, CatalogTerms terms, Likenesses likes, DateOnly? today = null)
    {
        var words = item.Facet switch
        {
            Facet.Availability => AvailabilityKeys.Words(item.Key),
            Facet.Live when TryMonths(item.Key, out var months) => item.Not ? UnderWords(months) : LiveWords(months, today),
            Facet.FreeBy when TryDay(item.Key, out var day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
            Facet.Like or Facet.LikeDeal => likes.Find(item)?.Name ?? "somebody unknown",
            Facet.Size when terms.Find(item.Facet, item.Key) is null && StaffRange.TryParse(item.Key, out var range) => range.Words,
            _ => terms.Find(item.Facet, item.Key)?.Name ?? item.Key,
        };
        return item.Not && item.Facet != Facet.Live ? $"not {words}" : words;
    }

    /// <summary>Live for so many months, as people say it: in years, in half years, else since a month or year where today is known.</summary>
    public static string LiveWords(int months, DateOnly? today = null) => months > 12 && months % 6 != 0 && today?.AddMonths(-months) is { } latest ? SinceWords(latest) : $"over {TimeWords(months)}";

    private static string UnderWords(int months) => $"under {TimeWords(months)}";

    private static string TimeWords(int months) => months % 12 == 0
        ? months == 12 ? "1 year" : string.Create(CultureInfo.InvariantCulture, $"{months / 12} years")
        : string.Create(CultureInfo.InvariantCulture, $"{months} months");

    // The month that ended last by that day.
    private static string SinceWords(DateOnly latest)
    {
        var end = latest.AddDays(1) is var next ? next.AddDays(-next.Day) : latest;
        return end.Month == 12 ? string.Create(CultureInfo.InvariantCulture, $"since {end.Year}") : string.Create(CultureInfo.InvariantCulture, $"since {end:MMM yyyy}");
    }

    // Who ticks Banking under a ticked Finance wants banks.
    private static ImmutableArray<Criterion> Narrowest(IEnumerable<Criterion> asked, CatalogTerms terms)
    {
        var items = asked.ToList();
        if (items[0].Facet is not (Facet.Industry or Facet.Region))
        {
            return [.. items];
        }

        var indices = items.Select(item => terms.Find(item.Facet, item.Key)!.Index).ToList();
        return [.. items.Where((_, place) => !indices.Exists(other => other != indices[place] && terms.IsWithin(other, indices[place])))];
    }

    private static void AddText(List<MatchUnit> units, string text, bool must)
    {
        if (text.Length > 0)
        {
            units.Add(new MatchUnit(default, must, [], [], $"“{text}”", text));
        }
    }

    private static MatchUnit From(Facet facet, bool must, ImmutableArray<Criterion> items, CatalogTerms terms, Likenesses likes, DateOnly? today) => new(
        facet,
        must,
        items,
        [.. items.Select(item => terms.Find(item.Facet, item.Key)?.Index ?? -1).Where(index => index >= 0)],
        string.Join(items[0].Not ? ", " : " or ", items.Select(item => WordsOf(item, terms, likes, today))),
        Not: items[0].Not)
    {
        Likes = [.. items.Select(likes.Find).OfType<Likeness>()],
    };
}
