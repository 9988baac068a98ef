using NodaTime;

namespace ReferenceHub.Core.People;

/// <summary>
/// Working time of one calendar. Takes and gives UTC instants; days and hours are those of the calendar's zone, so a change to or
/// from summer time moves no clock time. A day is open from its opening minute up to, not including, its closing minute.
/// </summary>
public sealed class BusinessTime
{
    // Ten years of closed days in a row is a broken calendar, not a long holiday.
    private const int MostClosedDays = 3660;

    private readonly DateTimeZone zone;
    private readonly WeekHours hours;
    private readonly IReadOnlySet<DateOnly> holidays;

    /// <summary>Working time of a zone (IANA name), a week and its holidays.</summary>
    public BusinessTime(string zoneId, WeekHours hours, IReadOnlySet<DateOnly> holidays)
    {
        zone = Zones.Get(zoneId);
        this.hours = hours;
        this.holidays = holidays;
    }

    /// <summary>Working minutes of the usual day; 480 by default.</summary>
    public int MinutesPerDay => hours.UsualMinutes;

    /// <summary>Working minutes of the longest day.</summary>
    public int LongestDay => hours.LongestMinutes;

    /// <summary>The calendar's zone (IANA name).</summary>
    public string ZoneId => zone.Id;

    /// <summary>True while the calendar is open.</summary>
    public bool IsOpen(DateTime utc) => NextOpening(utc) == utc;

    /// <summary>The instant itself when open, else the next opening.</summary>
    public DateTime NextOpening(DateTime utc)
    {
        var day = DateOf(utc);
        for (var looked = 0; looked < MostClosedDays; looked++, day = day.AddDays(1))
        {
            if (Stretch(day) is { } open && utc < open.Closes)
            {
                return utc < open.Opens ? open.Opens : utc;
            }
        }

        throw new InvalidOperationException("The business calendar has no working day left.");
    }

    /// <summary>The same clock time n working days on, counted from the instant or the next opening; kept within that day's hours.</summary>
    public DateTime AddDays(DateTime utc, int businessDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businessDays);
        var start = LocalOf(NextOpening(utc));
        var day = DateOnly.FromDateTime(start);
        for (var left = businessDays; left > 0; left--)
        {
            day = NextWorkingDay(day);
        }

        var stretch = hours[day.DayOfWeek]!.Value;
        var opens = TimeSpan.FromMinutes(stretch.Opens);
        var closes = TimeSpan.FromMinutes(stretch.Closes);
        var clock = start.TimeOfDay < opens ? opens : start.TimeOfDay > closes ? closes : start.TimeOfDay;
        return Utc(day, clock);
    }

    /// <summary>The instant at which so many business minutes have passed, at the end of a day rather than at the next opening.</summary>
    public DateTime AddMinutes(DateTime utc, int businessMinutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businessMinutes);
        var at = NextOpening(utc);
        var left = TimeSpan.FromMinutes(businessMinutes);
        while (true)
        {
            var closes = Stretch(DateOf(at))!.Value.Closes;
            if (left <= closes - at)
            {
                return at + left;
            }

            left -= closes - at;
            at = NextOpening(closes);
        }
    }

    /// <summary>Whole business minutes between two instants; negative when the second is earlier.</summary>
    public int MinutesBetween(DateTime from, DateTime to)
    {
        if (to < from)
        {
            return -MinutesBetween(to, from);
        }

        var sum = TimeSpan.Zero;
        var last = DateOf(to);
        for (var day = DateOf(from); day <= last; day = day.AddDays(1))
        {
            if (Stretch(day) is { } open)
            {
                var start = open.Opens < from ? from : open.Opens;
                var end = open.Closes > to ? to : open.Closes;
                sum += end > start ? end - start : TimeSpan.Zero;
            }
        }

        return (int)(sum.Ticks / TimeSpan.TicksPerMinute);
    }

    /// <summary>The calendar's date at an instant.</summary>
    public DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(LocalOf(utc));

    /// <summary>The calendar's clock at an instant (kind unspecified).</summary>
    public DateTime LocalOf(DateTime utc) => Zones.Local(zone, utc);

    private bool IsWorkingDay(DateOnly day) => hours[day.DayOfWeek] is not null && !holidays.Contains(day);

    private DateOnly NextWorkingDay(DateOnly day)
    {
        for (var looked = 0; looked < MostClosedDays; looked++)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                return day;
            }
        }

        throw new InvalidOperationException("The business calendar has no working day left.");
    }

    private (DateTime Opens, DateTime Closes)? Stretch(DateOnly day) =>
        IsWorkingDay(day) && hours[day.DayOfWeek] is { } stretch
            ? (Utc(day, TimeSpan.FromMinutes(stretch.Opens)), Utc(day, TimeSpan.FromMinutes(stretch.Closes)))
            : null;

    private DateTime Utc(DateOnly day, TimeSpan clock) => Zones.Utc(zone, day.ToDateTime(TimeOnly.MinValue) + clock);
}
