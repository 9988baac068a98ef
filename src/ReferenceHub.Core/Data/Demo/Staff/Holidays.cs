using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Public holidays of the demo program's calendars.</summary>
internal static class Holidays
{
    /// <summary>National holidays of Germany.</summary>
    public static IEnumerable<Holiday> Germany(int year)
    {
        var easter = Easter(year);
        return
        [
            new(new(year, 1, 1), "New Year"), new(easter.AddDays(-2), "Good Friday"), new(easter.AddDays(1), "Easter Monday"), new(new(year, 5, 1), "Labour Day"),
            new(easter.AddDays(39), "Ascension Day"), new(easter.AddDays(50), "Whit Monday"), new(new(year, 10, 3), "German Unity Day"),
            new(new(year, 12, 25), "Christmas Day"), new(new(year, 12, 26), "Second Christmas Day"),
        ];
    }

    /// <summary>Bank holidays of England and Wales.</summary>
    public static IEnumerable<Holiday> Britain(int year)
    {
        var easter = Easter(year);
        return
        [
            new(new(year, 1, 1), "New Year"), new(easter.AddDays(-2), "Good Friday"), new(easter.AddDays(1), "Easter Monday"), new(FirstMonday(year, 5), "Early May bank holiday"),
            new(LastMonday(year, 5), "Spring bank holiday"), new(LastMonday(year, 8), "Summer bank holiday"), new(new(year, 12, 25), "Christmas Day"), new(new(year, 12, 26), "Boxing Day"),
        ];
    }

    /// <summary>Main federal holidays of the United States.</summary>
    public static IEnumerable<Holiday> UnitedStates(int year) =>
    [
        new(new(year, 1, 1), "New Year"), new(LastMonday(year, 5), "Memorial Day"), new(new(year, 7, 4), "Independence Day"), new(FirstMonday(year, 9), "Labor Day"),
        new(FirstMonday(year, 11).AddDays(FirstMonday(year, 11).Day <= 4 ? 24 : 17), "Thanksgiving"), new(new(year, 12, 25), "Christmas Day"),
    ];

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    // Gauss, in the form of Meeus, Jones and Butcher.
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - (b / 4) - g + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
