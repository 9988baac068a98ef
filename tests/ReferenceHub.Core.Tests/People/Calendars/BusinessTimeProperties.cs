using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Tests.People.Calendars;

/// <summary>Business time against a count minute by minute, around every change of summer time of odd zones; days may be open while the clock changes, none opens or closes in that hour.</summary>
public sealed class BusinessTimeProperties
{
    private static readonly string[] ZoneIds = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "UTC"];

    private static readonly Gen<(BusinessTime Time, Plan Plan)> Calendars =
        from zone in Gen.Elements(ZoneIds)
        from opens in Gen.Elements(0, 4, 6, 9, 12).Select(hour => hour * 60)
        from length in Gen.Choose(10, 26).Select(half => half * 30)
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
        from holidays in Gen.Choose(0, 40).ListOf(6)
        let week = days.Append(DayOfWeek.Wednesday).Distinct().ToDictionary(day => day, _ => new DayHours(opens, Math.Min(1440, opens + length)))
        let closed = holidays.Select(offset => new DateOnly(2026, 3, 1).AddDays(offset)).ToHashSet()
        select (new BusinessTime(zone, WeekHours.Of(week), closed), new Plan(zone, week, closed));

    // Minutes around the two changes of 2026.
    private static readonly Gen<DateTime> Instants =
        from month in Gen.Elements(3, 4, 10, 11)
        from minute in Gen.Choose(0, 28 * 1440)
        select new DateTime(2026, month, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute);

    [Fact]
    public void Minutes_between_agree_with_a_count_minute_by_minute() => Holds(
        from calendar in Calendars from start in Instants from minutes in Gen.Choose(0, 5 * 1440) select (calendar, start, end: start.AddMinutes(minutes)),
        x => x.calendar.Time.MinutesBetween(x.start, x.end) == x.calendar.Plan.Count(x.start, x.end));

    [Fact]
    public void Minutes_added_have_passed() => Holds(
        from calendar in Calendars from start in Instants from minutes in Gen.Choose(0, 3000) select (calendar, start, minutes),
        x => x.calendar.Time.MinutesBetween(x.start, x.calendar.Time.AddMinutes(x.start, x.minutes)) == x.minutes);

    [Fact]
    public void A_promise_of_days_is_due_on_the_nth_working_day_and_never_outside_hours() => Holds(
        from calendar in Calendars from start in Instants from days in Gen.Choose(0, 12) select (calendar, start, days),
        x =>
        {
            var (time, plan) = x.calendar;
            var due = time.AddDays(x.start, x.days);
            var first = time.DateOf(time.NextOpening(x.start));
            var working = Enumerable.Range(1, 400).Select(first.AddDays).Where(plan.IsWorkingDay).Take(x.days).LastOrDefault(first);
            return time.DateOf(due) == working && due >= time.NextOpening(x.start) && time.MinutesBetween(due, due.AddMinutes(1)) is 0 or 1;
        });

    [Fact]
    public void Later_asks_are_never_due_earlier() => Holds(
        from calendar in Calendars from start in Instants from later in Gen.Choose(0, 4000) from days in Gen.Choose(0, 6) select (calendar, start, later, days),
        x => x.calendar.Time.AddDays(x.start, x.days) <= x.calendar.Time.AddDays(x.start.AddMinutes(x.later), x.days));

    private static void Holds<T>(Gen<T> inputs, Func<T, bool> rule) =>
        Prop.ForAll(inputs.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private sealed record Plan(string Zone, IReadOnlyDictionary<DayOfWeek, DayHours> Week, IReadOnlySet<DateOnly> Closed)
    {
        public bool IsWorkingDay(DateOnly day) => Week.ContainsKey(day.DayOfWeek) && !Closed.Contains(day);

        public int Count(DateTime from, DateTime to)
        {
            var minutes = 0;
            for (var at = from; at < to; at = at.AddMinutes(1))
            {
                var local = Zones.LocalIn(Zone, at);
                var minute = (int)local.TimeOfDay.TotalMinutes;
                if (IsWorkingDay(DateOnly.FromDateTime(local)) && Week[local.DayOfWeek] is var hours && minute >= hours.Opens && minute < hours.Closes)
                {
                    minutes++;
                }
            }

            return minutes;
        }
    }
}
