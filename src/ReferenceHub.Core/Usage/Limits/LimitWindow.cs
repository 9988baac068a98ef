using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Usage;

/// <summary>The stretch of days over which a limit counts, or the rest it asks for between uses.</summary>
/// <param name="Kind">Rolling window, calendar quarter or rest.</param>
/// <param name="Days">Length in calendar days; 0 for a calendar quarter.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LimitWindow(WindowKind Kind, int Days)
{
    private const int LongestQuarter = 92;

    /// <summary>Any so many days in a row: 90 for a quarter, 180 for a half-year, 365 for a year.</summary>
    public static LimitWindow Rolling(int days) => new(WindowKind.Rolling, days);

    /// <summary>January to March, April to June and so on.</summary>
    public static LimitWindow CalendarQuarter => new(WindowKind.CalendarQuarter, 0);

    /// <summary>At least so many days from one use to the next.</summary>
    public static LimitWindow Rest(int days) => new(WindowKind.Rest, days);

    /// <summary>Days on which nothing may stand.</summary>
    public static LimitWindow Blackout => new(WindowKind.Blackout, 0);

    /// <summary>True if something is added up over it; neither a rest nor a blackout counts.</summary>
    public bool Counts => Kind is WindowKind.Rolling or WindowKind.CalendarQuarter;

    /// <summary>Days before and after an ask beyond which it looks at nothing.</summary>
    public int Reach => Kind == WindowKind.CalendarQuarter ? LongestQuarter : Days;

    /// <summary>First day of the calendar quarter of a day.</summary>
    public static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}

/// <summary>How a limit counts days.</summary>
public enum WindowKind
{
    /// <summary>Any stretch of so many days.</summary>
    Rolling,

    /// <summary>The calendar quarter.</summary>
    CalendarQuarter,

    /// <summary>A rest between two uses.</summary>
    Rest,

    /// <summary>Days on which nobody is asked.</summary>
    Blackout,
}
