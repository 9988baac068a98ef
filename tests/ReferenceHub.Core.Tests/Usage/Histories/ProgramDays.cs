using System.Globalization;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage.Histories;

/// <summary>On which of the program's days an instant lies: the day on which a use counts, around changes of summer time and ends of quarters.</summary>
public sealed class ProgramDays
{
    [Theory]
    [InlineData("Europe/Berlin", "2027-03-27T22:59:59Z", "2027-03-27")]
    [InlineData("Europe/Berlin", "2027-03-27T23:00:00Z", "2027-03-28")]
    [InlineData("Europe/Berlin", "2027-03-28T21:59:59Z", "2027-03-28")]
    [InlineData("Europe/Berlin", "2027-03-28T22:00:00Z", "2027-03-29")]
    [InlineData("Europe/Berlin", "2027-10-31T22:59:59Z", "2027-10-31")]
    [InlineData("Europe/Berlin", "2027-10-31T23:00:00Z", "2027-11-01")]
    [InlineData("Europe/Berlin", "2027-03-31T21:59:59Z", "2027-03-31")]
    [InlineData("Europe/Berlin", "2027-03-31T22:00:00Z", "2027-04-01")]
    [InlineData("America/New_York", "2027-03-14T04:59:59Z", "2027-03-13")]
    [InlineData("America/New_York", "2027-03-15T03:59:59Z", "2027-03-14")]
    [InlineData("America/New_York", "2028-01-01T04:59:59Z", "2027-12-31")]
    [InlineData("America/New_York", "2028-02-29T05:00:00Z", "2028-02-29")]
    [InlineData("America/New_York", "2028-03-01T04:59:59Z", "2028-02-29")]
    [InlineData("Australia/Sydney", "2027-10-02T13:59:59Z", "2027-10-02")]
    [InlineData("Australia/Sydney", "2027-10-02T14:00:00Z", "2027-10-03")]
    [InlineData("Australia/Sydney", "2027-10-03T13:00:00Z", "2027-10-04")]
    public void An_instant_lies_on_the_day_that_clocks_there_show(string zone, string instant, string day) => Zones.DateIn(zone, Utc(instant)).ShouldBe(Day(day));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Sydney")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("America/Havana")]
    [InlineData("Pacific/Kiritimati")]
    public void Each_day_of_three_years_begins_where_the_one_before_ends(string zone)
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            var start = Zones.StartOf(zone, day);
            Zones.DateIn(zone, start).ShouldBe(day);
            Zones.DateIn(zone, start.AddTicks(-1)).ShouldBe(day.AddDays(-1), $"{zone} {day:O}");
        }
    }

    [Theory]
    [InlineData("2027-03-31T21:59:59Z", false)]
    [InlineData("2027-03-31T22:00:00Z", true)]
    public void A_quarter_begins_with_the_programs_midnight(string instant, bool allowed)
    {
        var quarter = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.CalendarQuarter)).For(Who(Anna));
        var used = Use(ActivityKeys.SalesCall, new DateOnly(2027, 1, 1), Anna);
        LimitCheck.Check(quarter, [used], Ask(ActivityKeys.SalesCall, Zones.DateIn("Europe/Berlin", Utc(instant)), Anna)).Allowed.ShouldBe(allowed);
    }

    [Theory]
    [InlineData("2027-06-25T21:59:59Z", false)]
    [InlineData("2027-06-25T22:00:00Z", true)]
    public void Ninety_days_over_the_change_of_summer_time_are_ninety_days_and_not_so_many_hours(string instant, bool allowed)
    {
        var used = Use(ActivityKeys.SalesCall, Zones.DateIn("Europe/Berlin", Utc("2027-03-28T00:30:00Z")), Anna);
        LimitCheck.Check(Defaults.For(Who(Anna)), [used], Ask(ActivityKeys.SalesCall, Zones.DateIn("Europe/Berlin", Utc(instant)), Anna)).Allowed.ShouldBe(allowed);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
