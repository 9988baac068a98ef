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
    public static string Fatigue(LoadRow row) => $"{row.Fatigue.Score} of 100, {State(row.Fatigue.Score)}";

    /// <summary>"needs rest", "in use", "rested".</summary>
    public static string State(int score) =>
        score >= Core.Usage.Fatigue.NeedsRest ? "needs rest" : score >= Core.Usage.Fatigue.InUse ? "in use" : "rested";

    /// <summary>"88 · 6 of 6 units, rating down, 2 declines".</summary>
    public static string WhyWorn(LoadRow row)
    {
        var parts = new List<string>();
        if (row.Allowed is { } allowed)
        {
            parts.Add($"{row.Taken} of {Words.Count(allowed, "unit")}");
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

    /// <summary>The page of an address, 1 when it says nothing useful.</summary>
    public static int PageOf(string? text) => int.TryParse(text, System.Globalization.NumberStyles.None, Words.Culture, out var page) && page > 0 ? page : 1;
}
