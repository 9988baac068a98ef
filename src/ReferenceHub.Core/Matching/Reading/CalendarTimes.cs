using System.Globalization;
using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>A stretch of the calendar that words name, first and last day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CalendarTime(int Length, DateOnly From, DateOnly To);

/// <summary>Days, months, quarters and years by name: "12 May", "15.12.", "March 2024", "Q1", "2023", "Friday", "Christmas".</summary>
internal static class CalendarTimes
{
    private static readonly PhraseTable<int> Months = Numbered(1,
        "january jan januar janvier enero gennaio januari jänner", "february feb februar février febrero febbraio februari", "march mar märz mars marzo maart", "april apr avril abril aprile",
        "may mai mayo maggio mei", "june jun juni juin junio giugno", "july jul juli juillet julio luglio", "august aug août agosto augustus", "september sep sept septembre septiembre settembre",
        "october oct oktober octobre octubre ottobre okt", "november nov novembre noviembre", "december dec dezember décembre diciembre dicembre dez");

    private static readonly PhraseTable<int> Weekdays = Numbered(1,
        "monday montag lundi lunes lunedì", "tuesday tues dienstag mardi martes", "wednesday mittwoch mercredi miércoles", "thursday thurs donnerstag jeudi jueves", "friday fri freitag vendredi viernes", "saturday samstag samedi", "sunday sonntag dimanche");

    private static readonly PhraseTable<int> Quarters = Numbered(1, "q1", "q2", "q3", "q4");

    /// <summary>The time at a place: ahead of today, or past where that is meant; null when there is none.</summary>
    public static CalendarTime? At(NeedTokens tokens, int place, DateOnly today, bool past = false)
    {
        if (place >= tokens.Count)
        {
            return null;
        }

        if (tokens[place].Kind == TokenKind.Date)
        {
            var (year, month, day) = tokens[place].Date;
            return Day(1, year, month, day, today, past);
        }

        return OfDay(tokens, place, today, past) ?? OfMonth(tokens, place, today, past) ?? OfQuarter(tokens, place, today, past) ?? OfYear(tokens, place, today, past) ?? (past ? null : OfWeekday(tokens, place, today));
    }

    /// <summary>The number of a month's name at a place; 0 when it is none.</summary>
    public static int MonthAt(NeedTokens tokens, int place) => place < tokens.Count && Months.Longest(tokens, place, out var month) > 0 ? month : 0;

    private static CalendarTime? OfDay(NeedTokens tokens, int place, DateOnly today, bool past)
    {
        var of = tokens.Is(place + 1, "OF") ? 1 : 0;
        var (day, month, length) = DayNumber(tokens, place) is > 0 and var first && MonthAt(tokens, place + 1 + of) is > 0 and var after && tokens.PauseBefore(place + 1) is Pause.None or Pause.Stop
            ? (first, after, 2 + of)
            : MonthAt(tokens, place) is > 0 and var before && DayNumber(tokens, place + 1) is > 0 and var second && tokens.PauseBefore(place + 1) == Pause.None
                ? (second, before, 2)
                : default;
        if (length == 0)
        {
            return null;
        }

        var year = YearAt(tokens, place + length);
        return Day(length + (year > 0 ? 1 : 0), year, month, day, today, past);
    }

    private static CalendarTime? OfMonth(NeedTokens tokens, int place, DateOnly today, bool past)
    {
        if (MonthAt(tokens, place) is not (> 0 and var month))
        {
            return null;
        }

        var given = YearAt(tokens, place + 1);
        var year = given > 0 ? given : past ? (month <= today.Month ? today.Year : today.Year - 1) : month >= today.Month ? today.Year : today.Year + 1;
        var from = new DateOnly(year, month, 1);
        return new CalendarTime(given > 0 ? 2 : 1, from, from.AddMonths(1).AddDays(-1));
    }

    private static CalendarTime? OfQuarter(NeedTokens tokens, int place, DateOnly today, bool past)
    {
        if (Quarters.Longest(tokens, place, out var quarter) == 0)
        {
            return null;
        }

        var given = YearAt(tokens, place + 1);
        var from = new DateOnly(given > 0 ? given : today.Year, (quarter * 3) - 2, 1);
        from = given > 0 ? from : past ? (from > today ? from.AddYears(-1) : from) : from.AddMonths(3) <= today ? from.AddYears(1) : from;
        return new CalendarTime(given > 0 ? 2 : 1, from, from.AddMonths(3).AddDays(-1));
    }

    private static CalendarTime? OfYear(NeedTokens tokens, int place, DateOnly today, bool past) =>
        YearAt(tokens, place) is > 0 and var year && (past ? year <= today.Year : year >= today.Year) ? new CalendarTime(1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;

    // The next one, never today.
    private static CalendarTime? OfWeekday(NeedTokens tokens, int place, DateOnly today)
    {
        if (Weekdays.Longest(tokens, place, out var weekday) == 0)
        {
            return null;
        }

        var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
        var day = today.AddDays(ahead == 0 ? 7 : ahead);
        return new CalendarTime(1, day, day);
    }

    private static CalendarTime? Day(int length, int given, int month, int day, DateOnly today, bool past)
    {
        var year = given > 0 ? given : today.Year;
        if (day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        date = given > 0 ? date : past ? (date > today ? date.AddYears(-1) : date) : date < today ? date.AddYears(1) : date;
        return new CalendarTime(length, date, date);
    }

    private static int DayNumber(NeedTokens tokens, int place) =>
        place < tokens.Count && tokens[place] is { Kind: TokenKind.Number, Number: >= 1 and <= 31 } token && token.Number == Math.Floor(token.Number) ? (int)token.Number : 0;

    private static int YearAt(NeedTokens tokens, int place) =>
        place < tokens.Count && tokens[place] is { Kind: TokenKind.Number, Plus: false, Number: >= 1990 and < 2100 } && int.TryParse(tokens.Plain(place), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static PhraseTable<int> Numbered(int from, params string[] names) => new(names.SelectMany((line, at) => line.Split(' '), (line, name) => (name, line)).Select(pair => (pair.name, Array.IndexOf(names, pair.line) + from)));
}
