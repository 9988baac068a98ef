using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>Since when products must be live: "over a year", "since 2023", "since March 2024".</summary>
internal static class LiveTimes
{
    private const int Longest = 600;
    private static readonly PhraseTable<bool> Since = PhraseTable.Of("since, seit, depuis, desde, dal, sinds, since early, since late, since mid, live from, from");
    private static readonly PhraseTable<bool> Before = PhraseTable.Of("before, live before, went live before, since before, vor, avant");

    /// <summary>Live for so many months at least, or not even that long; null when it is no such time.</summary>
    public static Criterion? Of(double months, Bound bound)
    {
        var whole = (int)Math.Round(months);
        return whole is <= 0 or > Longest ? null : bound == Bound.AtMost
            ? Criterion.Without(Facet.Live, Key(whole))
            : new Criterion(Facet.Live, Key(whole), Facet.Live.MustByDefault());
    }

    /// <summary>What "since …" at a place stands for; who says "since 2023" takes everybody who went live in that year or before.</summary>
    public static (int Length, Criterion Item)? At(NeedTokens tokens, int place, DateOnly today)
    {
        var cue = Since.Longest(tokens, place, out _);
        var before = cue == 0 ? Before.Longest(tokens, place, out _) : 0;
        if (cue + before == 0 || CalendarTimes.At(tokens, place + cue + before, today, past: true) is not { } time)
        {
            return null;
        }

        // "from January" and "before May" speak of the days ahead; "before 2024" does not.
        var isYear = time.From.AddYears(1).AddDays(-1) == time.To;
        if (!isYear && (before > 0 || tokens.Is(place, "FROM")))
        {
            return null;
        }

        var day = before > 0 ? time.From.AddDays(-1) : time.To;
        return (cue + before + time.Length, new Criterion(Facet.Live, Key(Math.Clamp(MonthsBetween(day, today), 1, Longest)), Facet.Live.MustByDefault()));
    }

    private static int MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static string Key(int months) => months.ToString(CultureInfo.InvariantCulture);
}
