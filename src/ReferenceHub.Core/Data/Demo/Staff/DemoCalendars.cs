using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Working hours of the demo program: the standard ones with holidays, and two regions with their own.</summary>
internal static class DemoCalendars
{
    /// <summary>Gives the standard calendar its holidays and adds those of Britain and North America.</summary>
    public static IReadOnlyList<BusinessCalendar> Open(BusinessCalendar standard, DateOnly today, IIds ids)
    {
        var years = Enumerable.Range(today.Year - 3, 6).ToList();
        standard.Open(WeekHours.Standard, years.SelectMany(Holidays.Germany));
        return
        [
            standard,
            Of(ids, "UK and Ireland", "Europe/London", "uk-ireland", years.SelectMany(Holidays.Britain)),
            Of(ids, "North America", "America/New_York", "north-america", years.SelectMany(Holidays.UnitedStates)),
        ];
    }

    private static BusinessCalendar Of(IIds ids, string name, string zone, string region, IEnumerable<Holiday> holidays)
    {
        var calendar = new BusinessCalendar(ids.Next(), name, zone, WeekHours.Standard);
        calendar.Describe(name, zone, region);
        calendar.Open(WeekHours.Standard, holidays);
        return calendar;
    }
}
