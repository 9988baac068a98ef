using System.Globalization;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The load calendar in words.</summary>
public static class LoadWords
{
    /// <summary>"2 done, 1 planned".</summary>
    public static string Marks(LoadMarks marks) => string.Join(", ", new[]
    {
        marks.Done > 0 ? $"{marks.Done} done" : null,
        marks.Planned > 0 ? $"{marks.Planned} planned" : null,
        marks.Pending > 0 ? $"{marks.Pending} pending" : null,
    }.Where(part => part is not null));

    /// <summary>"88 of 100, needs rest".</summary>
    public static string Fatigue(LoadRow row) => $"{row.Fatigue.Score} of 100, {State(row.Fatigue.Score)}{(row.IsFull ? ", a limit is full" : "")}";

    /// <summary>"needs rest", "in use", "rested".</summary>
    public static string State(int score) =>
        score >= Core.Usage.Fatigue.NeedsRest ? "needs rest" : score >= Core.Usage.Fatigue.InUse ? "in use" : "rested";

    /// <summary>The parts of a score: what, how far (0 to 1), out of how many points.</summary>
    public static IReadOnlyList<(string Name, double Value, int Weight)> PartsOf(FatigueScore score) =>
    [
        ("Utilisation", score.Utilisation, 40), ("Recent use", score.Recency, 20), ("Declines", score.Declines, 15), ("Rating drop", score.RatingDrop, 15), ("Pending asks", score.Pending, 10),
    ];

    /// <summary>"Utilisation 30 of 40, recent use 12 of 20 …".</summary>
    public static string Parts(FatigueScore score) =>
        string.Join(", ", PartsOf(score).Select(part => string.Create(Words.Culture, $"{part.Name} {part.Value * part.Weight:0} of {part.Weight}")));

    /// <summary>"88 · 6 of 6 units, rating down, 2 declines".</summary>
    public static string WhyWorn(LoadRow row)
    {
        var parts = new List<string>();
        if (row.Allowed is { } allowed)
        {
            parts.Add($"{row.Taken} of {Words.Count(allowed, "unit")}");
        }

        if (row.IsFull && row.Taken != row.Allowed)
        {
            parts.Add("a limit is full");
        }

        if (row.Fatigue.Declines > 0)
        {
            parts.Add(row.Fatigue.Declines >= 1 ? "3 or more declines" : Words.Count((int)Math.Round(row.Fatigue.Declines * 3), "decline"));
        }

        if (row.Fatigue.RatingDrop > 0)
        {
            parts.Add(string.Create(Words.Culture, $"rating −{2 * row.Fatigue.RatingDrop:0.0}"));
        }

        if (row.Fatigue.Pending > 0)
        {
            parts.Add(Words.Count(row.Availability.Pending, "pending ask"));
        }

        return $"{row.Fatigue.Score} · {string.Join(", ", parts)}";
    }

    /// <summary>"16 Dec"; with the year when that could be mistaken.</summary>
    public static string Near(DateOnly day, DateOnly today) => day.ToString(Math.Abs(day.DayNumber - today.DayNumber) < 270 ? "d MMM" : "d MMM yyyy", Words.Culture);

    /// <summary>"an analyst", "a sales call".</summary>
    public static string Indefinite(string name)
    {
        var word = PolicyWords.Lowered(name);
        return ("aeiouR".Contains(word[0], StringComparison.Ordinal) ? "an " : "a ") + word;
    }

    /// <summary>What an address of the calendar is narrowed to, for other lists of the same customers.</summary>
    public static QueryString Narrowing(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return QueryString.Create(Overrides.OverridesPage.Keys.Select(key => KeyValuePair.Create(key, (string?)query[key])).Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <summary>The page of an address, 1 when it says nothing useful.</summary>
    public static int PageOf(string? text) => int.TryParse(text, NumberStyles.None, Words.Culture, out var page) && page > 0 ? page : 1;

    /// <summary>The view of an address, all when it says nothing useful.</summary>
    public static LoadView ViewOf(string? text) => Enum.TryParse<LoadView>(text, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : LoadView.All;

    /// <summary>Class of the present week.</summary>
    public static string Now(DateOnly week, DateOnly today) => today >= week && today < week.AddDays(7) ? " now" : "";

    /// <summary>Class of a week that begins a quarter.</summary>
    public static string Quarter(IReadOnlyList<DateOnly> weeks, int week) =>
        week > 0 && LimitWindow.QuarterOf(weeks[week].AddDays(6)) != LimitWindow.QuarterOf(weeks[week].AddDays(-1)) ? " q" : "";
}
