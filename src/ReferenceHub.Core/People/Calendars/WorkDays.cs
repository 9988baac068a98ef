namespace ReferenceHub.Core.People;

/// <summary>Whole working days of a calendar, by its dates: what plans of weeks and months are made of.</summary>
public sealed class WorkDays(WeekHours hours, IReadOnlySet<DateOnly> holidays)
{
    // Ten years of closed days in a row is a broken calendar, not a long holiday.
    private const int MostClosedDays = 3660;

    /// <summary>Monday to Friday without holidays.</summary>
    public static WorkDays Standard { get; } = new(WeekHours.Standard, new HashSet<DateOnly>());

    /// <summary>Whether people work on a day.</summary>
    public bool Holds(DateOnly day) => hours[day.DayOfWeek] is not null && !holidays.Contains(day);

    /// <summary>The day itself when it is worked on, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Holds(day) ? day : Step(day, 1);

    /// <summary>The day itself when it is worked on, else the last before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Holds(day) ? day : Step(day, -1);

    /// <summary>So many working days after a day (before it when negative): Friday + 1 is Monday. With 0 the day itself, or the next that is worked on.</summary>
    public DateOnly Add(DateOnly day, int days)
    {
        var at = days < 0 ? OnOrBefore(day) : OnOrAfter(day);
        for (var left = Math.Abs(days); left > 0; left--)
        {
            at = Step(at, Math.Sign(days));
        }

        return at;
    }

    /// <summary>Working days after the first day up to and with the second; negative when the second is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += Holds(day) ? 1 : 0;
        }

        return count;
    }

    private DateOnly Step(DateOnly day, int way)
    {
        for (var looked = 0; looked < MostClosedDays; looked++)
        {
            day = day.AddDays(way);
            if (Holds(day))
            {
                return day;
            }
        }

        throw new InvalidOperationException("The business calendar has no working day left.");
    }
}
