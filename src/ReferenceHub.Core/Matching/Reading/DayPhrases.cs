using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>By when a reference must be free: "available before Friday", "by 12 May", "next week", "end of month", "in two weeks", "this quarter".</summary>
internal static class DayPhrases
{
    private const int FarthestDays = 1000;

    private static readonly PhraseTable<When> Cues = new(
    [
        .. Of(When.Before, "before, prior to, vor, vor dem, avant, avant le, antes de, antes del, prima di, ahead of, voor"),
        .. Of(When.By, "by, by the, until, till, til, no later than, not later than, at the latest, latest, latest by, due, due by, on, on the, in, during, bis, bis zum, am, im, spätestens, spätestens am, d'ici, jusqu'au, le, en, entro, per, for, needed by, around, mid, in mid, by mid, sometime in, somewhen in, this, this coming, coming, the coming"),
        .. Of(When.After, "after, not before, nach, après, starting, from, as of, ab, since, seit, depuis, was, last"),
    ]);

    private static readonly PhraseTable<bool> Next = PhraseTable.Of("next, nächsten, nächste, nächster, prochain, prochaine, próximo, próxima, prossimo, volgende");
    private static readonly PhraseTable<bool> Now = PhraseTable.Of("available now, free now, available today, free today, available immediately, available right now, free right now, available right away, sofort verfügbar, disponible maintenant");
    private static readonly PhraseTable<bool> Within = PhraseTable.Of("in, in the next, within, within the next, within the coming, the next, next, in the coming, over the next, innerhalb von, in den nächsten, dans, dans les prochains, entro, binnen");
    private static readonly PhraseTable<double> Counts = new("a:1,an:1,one:1,two:2,three:3,four:4,five:5,six:6,seven:7,eight:8,nine:9,ten:10,twelve:12,fourteen:14,a couple of:2,couple of:2,couple:2,a few:3,few:3,several:3,ein:1,einem:1,einer:1,zwei:2,drei:3,vier:4,une:1,un:1,deux:2,trois:3"
        .Split(',').Select(pair => pair.Split(':')).Select(pair => (pair[0], double.Parse(pair[1], CultureInfo.InvariantCulture))));

    private static readonly PhraseTable<Period> Units = new(
    [
        .. Of(Period.Day, "day, days, calendar days, tag, tage, tagen, jour, jours, días, giorni, dagen"),
        .. Of(Period.WorkingDay, "business days, business day, working days, working day, arbeitstage, arbeitstagen, werktage, werktagen, jours ouvrables"),
        .. Of(Period.Week, "week, weeks, wk, wks, woche, wochen, semaine, semaines, semana, semanas, settimana, settimane, weken"),
        .. Of(Period.Fortnight, "fortnight"),
        .. Of(Period.Month, "month, months, monat, monate, monaten, mois, mes, meses, mese, mesi, maand, maanden"),
        .. Of(Period.Quarter, "quarter, quarters, quartal, quartale, quartalen, trimestre, kwartaal"),
        .. Of(Period.Year, "year, years, jahr, jahre, année, año, anno, jaar"),
    ]);

    private static readonly PhraseTable<bool> EndOf = PhraseTable.Of("end of, end of the, the end of, the end of the, close of, ende, ende der, ende des, fin de, fin du, finales de, fine");
    private static readonly PhraseTable<bool> This = PhraseTable.Of("this, the current, current, diese, diesen, dieser, dieses, cette, ce, este, esta, questo, questa, deze");

    private static readonly PhraseTable<Period> Ends = new(
    [
        ("eow", Period.Week), ("eom", Period.Month), ("month end", Period.Month), ("monatsende", Period.Month), ("eoq", Period.Quarter), ("quarter end", Period.Quarter), ("quartalsende", Period.Quarter),
        ("eoy", Period.Year), ("year end", Period.Year), ("years end", Period.Year), ("jahresende", Period.Year), ("the year is out", Period.Year), ("eod", Period.Day),
    ]);

    private enum When
    {
        By,
        Before,
        After,
    }

    private enum Period
    {
        Day,
        WorkingDay,
        Week,
        Fortnight,
        Month,
        Quarter,
        Year,
    }

    /// <summary>The last day on which it must be free, and how many words say so; null when there is none at this place.</summary>
    public static (int Length, DateOnly Day)? At(NeedTokens tokens, int place, DateOnly today)
    {
        if (place > 0 && tokens.PauseBefore(place) == Pause.None && Cues.TryFind(tokens.Plain(place - 1), out var before) && before == When.After)
        {
            return null;
        }

        if (Now.Longest(tokens, place, out _) is > 0 and var now)
        {
            return (now, today);
        }

        if (Span(tokens, place, today) is { } span)
        {
            return span;
        }

        var cue = Cues.Longest(tokens, place, out var when);
        return cue == 0 ? Of(tokens, place, 0, When.By, today)
            : when == When.After || tokens.PauseBefore(place + cue) != Pause.None ? null
            : Of(tokens, place, cue + (tokens.Is(place + cue, "THE") ? 1 : 0), when, today) ?? Of(tokens, place, 0, When.By, today);
    }

    private static (int Length, DateOnly Day)? Of(NeedTokens tokens, int place, int cue, When when, DateOnly today)
    {
        if (Named(tokens, place + cue, today, cued: cue > 0) is not { } time || time.To < today || time.To > today.AddDays(FarthestDays))
        {
            return null;
        }

        var day = when == When.Before && !time.IsEnd ? time.From.AddDays(-1) : time.To;
        return (cue + time.Length, day < today ? today : day);
    }

    // "within two weeks", "in the next 10 days"
    private static (int Length, DateOnly Day)? Span(NeedTokens tokens, int place, DateOnly today)
    {
        if (Within.Longest(tokens, place, out _) is not (> 0 and var cue))
        {
            return null;
        }

        var at = place + cue;
        double count = 0;
        var length = at < tokens.Count && tokens[at].Kind == TokenKind.Number ? 1 : at < tokens.Count ? Counts.Longest(tokens, at, out count) : 0;
        count = length > 0 && tokens[at].Kind == TokenKind.Number ? tokens[at].Number : count;
        if (length == 0 || at + length >= tokens.Count || Units.Longest(tokens, at + length, out var unit) is not (> 0 and var words) || count is < 1 or > 400)
        {
            return null;
        }

        var day = After(today, (int)count, unit);
        var time = tokens.Is(at + length + words, "TIME") ? 1 : 0;
        return day > today.AddDays(FarthestDays) ? null : (cue + length + words + time, day);
    }

    private static (int Length, DateOnly From, DateOnly To, bool IsEnd)? Named(NeedTokens tokens, int place, DateOnly today, bool cued)
    {
        if (place >= tokens.Count)
        {
            return null;
        }

        if (tokens.Is(place, "TODAY") || tokens.Is(place, "HEUTE"))
        {
            return (1, today, today, false);
        }

        if (tokens.Is(place, "TOMORROW") || tokens.Is(place, "MORGEN") || tokens.Is(place, "DEMAIN"))
        {
            return (1, today.AddDays(1), today.AddDays(1), false);
        }

        if (tokens.Is(place, "CHRISTMAS") || tokens.Is(place, "XMAS") || tokens.Is(place, "WEIHNACHTEN"))
        {
            var eve = new DateOnly(today.Month == 12 && today.Day > 25 ? today.Year + 1 : today.Year, 12, 25);
            return (1, eve, eve, false);
        }

        if (Ends.Longest(tokens, place, out var ending) is > 0 and var short_)
        {
            return (short_, today, Current(today, ending).To, true);
        }

        if (EndOf.Longest(tokens, place, out _) is > 0 and var end && (OfPeriod(tokens, place + end, today, bare: true) ?? Month(tokens, place + end, today)) is { } ended)
        {
            return (end + ended.Length, ended.From, ended.To, true);
        }

        return OfPeriod(tokens, place, today, bare: false) ?? OfCalendar(tokens, place, today, cued);
    }

    // "this month", "next week"; "month" alone after "end of".
    private static (int Length, DateOnly From, DateOnly To, bool IsEnd)? OfPeriod(NeedTokens tokens, int place, DateOnly today, bool bare)
    {
        var next = Next.Longest(tokens, place, out _);
        var which = next > 0 ? next : This.Longest(tokens, place, out _);
        if ((which == 0 && !bare) || place + which >= tokens.Count)
        {
            return null;
        }

        if (Units.Longest(tokens, place + which, out var unit) is > 0 and var words && unit is Period.Week or Period.Month or Period.Quarter or Period.Year)
        {
            var (from, to) = next > 0 ? Current(Current(today, unit, whole: true).To.AddDays(1), unit) : Current(today, unit);
            return (which + words, from, to, false);
        }

        // "next Friday" is that of next week, "this Friday" the coming one.
        return which > 0 && CalendarTimes.At(tokens, place + which, today) is { } time && tokens[place + which].Kind == TokenKind.Word
            ? next > 0 && time.From == time.To && time.From <= Current(today, Period.Week, whole: true).To
                ? (which + time.Length, time.From.AddDays(7), time.To.AddDays(7), false)
                : (which + time.Length, time.From, time.To, false)
            : null;
    }

    private static (int Length, DateOnly From, DateOnly To, bool IsEnd)? Month(NeedTokens tokens, int place, DateOnly today) =>
        CalendarTimes.At(tokens, place, today) is { } time && time.From != time.To ? (time.Length, time.From, time.To, true) : null;

    // A month or year needs a word that makes a day of it: "may" is hardly May.
    private static (int Length, DateOnly From, DateOnly To, bool IsEnd)? OfCalendar(NeedTokens tokens, int place, DateOnly today, bool cued) =>
        CalendarTimes.At(tokens, place, today) is { } time && (cued || time.From == time.To) ? (time.Length, time.From, time.To, false) : null;

    // A week ends on Friday, unless that is over.
    private static (DateOnly From, DateOnly To) Current(DateOnly day, Period unit, bool whole = false)
    {
        switch (unit)
        {
            case Period.Week:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return (monday, whole || day > monday.AddDays(4) ? monday.AddDays(6) : monday.AddDays(4));
            case Period.Month:
                var first = new DateOnly(day.Year, day.Month, 1);
                return (first, first.AddMonths(1).AddDays(-1));
            case Period.Quarter:
                var start = new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1);
                return (start, start.AddMonths(3).AddDays(-1));
            case Period.Year:
                return (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31));
            default:
                return (day, day);
        }
    }

    private static DateOnly After(DateOnly today, int count, Period unit)
    {
        switch (unit)
        {
            case Period.Week:
                return today.AddDays(count * 7);
            case Period.Fortnight:
                return today.AddDays(count * 14);
            case Period.Month:
                return today.AddMonths(count);
            case Period.Quarter:
                return today.AddMonths(count * 3);
            case Period.Year:
                return today.AddYears(count);
            case Period.WorkingDay:
                var day = today;
                for (var left = count; left > 0; left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1)
                {
                    day = day.AddDays(1);
                }

                return day;
            default:
                return today.AddDays(count);
        }
    }

    private static IEnumerable<(string, T)> Of<T>(T meaning, string phrases) => phrases.Split(',', StringSplitOptions.TrimEntries).Select(phrase => (phrase, meaning));
}
