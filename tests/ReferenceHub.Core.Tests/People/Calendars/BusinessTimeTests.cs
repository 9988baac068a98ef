using System.Globalization;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Tests.People.Calendars;

public sealed class BusinessTimeTests
{
    private static readonly BusinessTime Berlin = Time("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-23 10:42", 2, "2026-11-25 10:42")] // Monday + 2 = Wednesday, same clock time
    [InlineData("2026-11-27 10:42", 1, "2026-11-30 10:42")] // over the weekend
    [InlineData("2026-11-21 13:00", 2, "2026-11-25 09:00")] // Saturday counts from Monday's opening
    [InlineData("2026-11-23 18:30", 2, "2026-11-26 09:00")] // after closing counts from the next opening
    [InlineData("2026-11-23 17:00", 1, "2026-11-25 09:00")] // closing time is closed
    [InlineData("2026-11-23 07:15", 1, "2026-11-24 09:00")] // before opening counts from opening
    [InlineData("2026-11-23 10:42", 0, "2026-11-23 10:42")]
    [InlineData("2026-12-23 10:00", 2, "2026-12-29 10:00")] // Christmas
    public void N_business_days_are_n_working_days_on_at_the_same_clock_time(string from, int days, string due) =>
        Local(Time("Europe/Berlin", "2026-12-25", "2026-12-24").AddDays(Utc(from), days)).ShouldBe(due);

    [Theory]
    [InlineData("2026-03-27 10:42", 1, "2026-03-30 10:42")] // summer time begins on 29 March
    [InlineData("2026-10-23 10:42", 1, "2026-10-26 10:42")] // and ends on 25 October
    public void A_change_of_summer_time_moves_no_clock_time(string from, int days, string due) =>
        Local(Berlin.AddDays(Utc(from), days)).ShouldBe(due);

    [Theory]
    [InlineData("2026-11-23 09:00", "2026-11-23 17:00", 480)]
    [InlineData("2026-11-23 16:00", "2026-11-24 10:00", 120)]
    [InlineData("2026-11-27 16:30", "2026-11-30 09:30", 60)]
    [InlineData("2026-11-28 00:00", "2026-11-29 23:59", 0)]
    [InlineData("2026-11-24 10:00", "2026-11-23 16:00", -120)]
    public void Business_minutes_are_those_in_opening_hours(string from, string to, int minutes) =>
        Berlin.MinutesBetween(Utc(from), Utc(to)).ShouldBe(minutes);

    [Theory]
    [InlineData("2026-11-23 16:00", 60, "2026-11-23 17:00")] // used up at closing, not at the next opening
    [InlineData("2026-11-23 16:00", 61, "2026-11-24 09:01")]
    [InlineData("2026-11-28 12:00", 30, "2026-11-30 09:30")]
    public void A_clock_that_goes_on_after_a_hold_is_due_when_its_minutes_have_passed(string from, int minutes, string due) =>
        Local(Berlin.AddMinutes(Utc(from), minutes)).ShouldBe(due);

    [Fact]
    public void A_shorter_day_ends_the_promise_at_its_closing()
    {
        var hours = WeekHours.Of(new Dictionary<DayOfWeek, DayHours> { [DayOfWeek.Thursday] = new(540, 1080), [DayOfWeek.Friday] = new(540, 840) });
        var time = new BusinessTime("Europe/Berlin", hours, new HashSet<DateOnly>());

        Local(time.AddDays(Utc("2026-11-26 16:00"), 1)).ShouldBe("2026-11-27 14:00");
    }

    [Fact]
    public void A_calendar_of_another_region_keeps_its_own_hours()
    {
        var newYork = Time("America/New_York");

        newYork.IsOpen(Utc("2026-11-23 10:42")).ShouldBeFalse();
        newYork.LocalOf(newYork.NextOpening(Utc("2026-11-23 10:42"))).Hour.ShouldBe(9);
    }

    [Theory]
    [InlineData(0, Pace.OnTrack)]
    [InlineData(767, Pace.OnTrack)]
    [InlineData(768, Pace.AtRisk)]
    [InlineData(960, Pace.AtRisk)]
    [InlineData(961, Pace.Breached)]
    public void A_clock_is_at_risk_when_80_percent_is_used(int used, Pace pace) => Paces.Of(used, 960).ShouldBe(pace);

    [Fact]
    public void A_week_without_a_working_day_is_no_calendar() =>
        Should.Throw<ArgumentException>(() => WeekHours.Of(new Dictionary<DayOfWeek, DayHours>()));

    [Fact]
    public void Hours_are_stored_and_read_without_loss() =>
        WeekHours.Parse(WeekHours.Standard.ToString()).ShouldBe(WeekHours.Standard);

    private static BusinessTime Time(string zone, params string[] holidays) =>
        new(zone, WeekHours.Standard, holidays.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToHashSet());

    private static DateTime Utc(string local) => Zones.UtcOf("Europe/Berlin", DateTime.Parse(local, CultureInfo.InvariantCulture));

    private static string Local(DateTime utc) => Zones.LocalIn("Europe/Berlin", utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
