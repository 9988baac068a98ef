using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>How a figure is meant.</summary>
internal enum Bound
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>About so many.</summary>
    About,

    /// <summary>So many or more.</summary>
    AtLeast,

    /// <summary>So many or fewer.</summary>
    AtMost,
}

/// <summary>Figures of a need: "~5000 employees", "between 1000 and 3000 people", "10k+", "over a year", "2+ years".</summary>
internal static class Figures
{
    private const int FewestStaffWithoutUnit = 100;

    private static readonly PhraseTable<Bound> Before = new(
    [
        .. Of(Bound.AtLeast, "over, above, more than, greater than, larger than, bigger than, longer than, older than, at least, min, minimum, minimum of, a minimum of, exceeding, upwards of, starting at, no less than, not less than, no fewer than, not fewer than, mehr als, über, mindestens, länger als, seit mehr als, seit über, plus de, au moins, más de, al menos, più di, almeno, meer dan"),
        .. Of(Bound.AtMost, "under, below, less than, fewer than, smaller than, at most, max, maximum, maximum of, a maximum of, up to, no more than, not more than, not over, no larger than, not larger than, weniger als, unter, höchstens, bis zu, maximal, moins de, au plus, menos de, meno di, minder dan"),
        .. Of(Bound.About, "about, around, roughly, approx, approximately, circa, ca, some, nearly, almost, close to, in the region of, etwa, rund, ungefähr, environ, alrededor de, unos, circa di, ongeveer"),
    ]);

    private static readonly PhraseTable<Bound> After = new(
    [
        .. Of(Bound.AtLeast, "or more, and more, and up, and above, or above, upwards, or longer, or older, plus, or larger, or bigger, minimum, oder mehr, ou plus"),
        .. Of(Bound.AtMost, "or less, or fewer, or below, and below, or smaller, maximum, max, tops, oder weniger, ou moins"),
    ]);

    private static readonly PhraseTable<bool> Staff = PhraseTable.Of(
        "staff, employees, employee, people, headcount, heads, fte, ftes, persons, workers, users, strong, people strong, member staff, mitarbeiter, mitarbeitern, mitarbeitende, mitarbeitenden, beschäftigte, beschäftigten, leute, employés, salariés, collaborateurs, personnes, empleados, personas, dipendenti, medewerkers, werknemers");

    private static readonly PhraseTable<bool> StaffOf = PhraseTable.Of("staff of, headcount of, headcount, staff, employees, size, workforce of, team of, company of, company size");

    private static readonly PhraseTable<int> Months = new(
    [
        .. Of(12, "year, years, yr, yrs, y, jahr, jahre, jahren, an, ans, année, années, año, años, anno, anni, jaar"),
        .. Of(1, "month, months, mo, mos, mth, mths, monat, monate, monaten, mois, mes, meses, mese, mesi, maand, maanden"),
    ]);

    private static readonly PhraseTable<bool> Spans = PhraseTable.Of("year, years, yr, yrs, month, months, week, weeks, day, days, quarter, quarters");

    // "went live three years ago" is since then, "called three months ago" is not.
    private static readonly PhraseTable<bool> Began = PhraseTable.Of("live, started, launched, introduced, deployed, implemented");

    private static readonly PhraseTable<double> Counts = new(
        "a:1,an:1,one:1,two:2,three:3,four:4,five:5,six:6,seven:7,eight:8,nine:9,ten:10,twelve:12,a couple of:2,couple of:2,a few:3,several:3,a dozen:12,half a:0.5,one and a half:1.5,ein:1,einem:1,einer:1,eins:1,zwei:2,drei:3,vier:4,fünf:5,zehn:10,un:1,deux:2,trois:3,cinq:5,dos:2,tres:3,due:2,tre:3,twee:2,drie:3"
            .Split(',').Select(pair => pair.Split(':')).Select(pair => (pair[0], double.Parse(pair[1], CultureInfo.InvariantCulture))));

    private static readonly PhraseTable<double> Thousands = new([("thousand", 1000), ("tsd", 1000), ("tausend", 1000), ("k", 1000), ("mille", 1000), ("hundred", 100), ("million", 1_000_000)]);

    private static readonly PhraseTable<bool> Until = PhraseTable.Of("to, and, bis, und, à, a, et, y, tot, en");

    /// <summary>What a figure at a place stands for, and how many words it takes; null when there is none.</summary>
    public static (int Length, Criterion Item)? At(NeedTokens tokens, int place)
    {
        var start = place;
        var bound = Bound.Plain;
        var between = tokens.Is(place, "BETWEEN") || tokens.Is(place, "ZWISCHEN") || tokens.Is(place, "ENTRE");
        var named = 0;
        if (between)
        {
            place++;
        }
        else
        {
            named = StaffOf.Longest(tokens, place, out _);
            place += named;
            place += Before.Longest(tokens, place, out bound);
        }

        if (place >= tokens.Count || Number(tokens, place) is not { } first)
        {
            return null;
        }

        var figure = place;
        place += first.Length;
        double? second = null;
        if (tokens.IsAny(place, Until) && tokens.PauseBefore(place) == Pause.None && (between || !tokens.Is(place, "AND")) && Number(tokens, place + 1) is { } last && last.Value > first.Value)
        {
            // "10–20k" are both thousands.
            first.Value *= last.Value >= 1000 && first.Value < 1000 && EndsInK(tokens, place + 1) ? 1000 : 1;
            second = last.Value;
            first.Plus |= last.Plus;
            place += 1 + last.Length;
        }

        bound = first.Plus ? Bound.AtLeast : bound;
        place += LooserAfter(tokens, place, ref bound);
        var isNear = tokens.PauseBefore(place) == Pause.None;
        var months = 0;
        if (isNear && Months.Longest(tokens, place, out months) is > 0 and var unit)
        {
            place += unit;
            place += LooserAfter(tokens, place, ref bound);
            if (tokens.Is(place, "AGO") && !tokens.IsAny(start - 1, Began))
            {
                return null;
            }

            place += tokens.Is(place, "AGO") ? 1 : 0;
            return LiveTimes.Of(first.Value * months, bound) is { } live ? (place - start, live) : null;
        }

        if (isNear && Staff.Longest(tokens, place, out _) is > 0 and var heads)
        {
            place += heads;
            place += LooserAfter(tokens, place, ref bound);
        }
        else if (named == 0 && !IsStaffByItself(first.Value, EndsInK(tokens, figure), bound, second))
        {
            return null;
        }

        return StaffFigures.Of(bound, (int)first.Value, (int?)second) is { } key ? (place - start, new Criterion(Facet.Size, key, Facet.Size.MustByDefault())) : null;
    }

    /// <summary>How many words from a place say "three months ago"; 0 when none do.</summary>
    public static int Ago(NeedTokens tokens, int place) =>
        Number(tokens, place) is { } figure && place + figure.Length is var unit && tokens.IsAny(unit, Spans) && tokens.Is(unit + 1, "AGO") ? figure.Length + 2 : 0;

    private static int LooserAfter(NeedTokens tokens, int place, ref Bound bound)
    {
        if (place >= tokens.Count || tokens.PauseBefore(place) != Pause.None || After.Longest(tokens, place, out var looser) is not (> 0 and var length))
        {
            return 0;
        }

        bound = looser;
        return length;
    }

    // Without a unit it must look like staff: "10k", "over 3000", "500-2000", but no year.
    private static bool IsStaffByItself(double first, bool thousands, Bound bound, double? second)
    {
        var isYear = first is >= 1950 and < 2100 && first == Math.Floor(first);
        return first >= FewestStaffWithoutUnit && (thousands || (!isYear && (bound != Bound.Plain || second is not null)));
    }

    private static bool EndsInK(NeedTokens tokens, int place) => tokens.Plain(place) is { Length: > 1 } figure && figure[^1] == 'K';

    private static (int Length, double Value, bool Plus)? Number(NeedTokens tokens, int place)
    {
        if (place >= tokens.Count)
        {
            return null;
        }

        var length = 1;
        var value = tokens[place].Number;
        if (tokens[place].Kind != TokenKind.Number)
        {
            length = Counts.Longest(tokens, place, out value);
            if (length == 0)
            {
                return null;
            }
        }

        var plus = tokens[place].Plus;
        if (Thousands.Longest(tokens, place + length, out var times) is > 0 and var more && tokens.PauseBefore(place + length) == Pause.None)
        {
            value *= times;
            length += more;
        }

        return (length, value, plus);
    }

    private static IEnumerable<(string, T)> Of<T>(T meaning, string phrases) => phrases.Split(',', StringSplitOptions.TrimEntries).Select(phrase => (phrase, meaning));
}
