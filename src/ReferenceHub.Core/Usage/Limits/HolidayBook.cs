using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Public holidays by region, as the business calendars have them; a customer has those of its narrowest region with a calendar.</summary>
public sealed class HolidayBook
{
    private static readonly IReadOnlySet<DateOnly> None = new HashSet<DateOnly>();

    private readonly List<(Guid RegionId, IReadOnlySet<DateOnly> Days)> byRegion;
    private readonly IReadOnlySet<DateOnly> elsewhere;

    /// <summary>The holidays of each region term, narrower regions before the broader, and of everybody else.</summary>
    public HolidayBook(IEnumerable<(Guid RegionId, IReadOnlySet<DateOnly> Days)> byRegion, IReadOnlySet<DateOnly> elsewhere)
    {
        this.byRegion = [.. byRegion];
        this.elsewhere = elsewhere;
    }

    /// <summary>No holidays anywhere.</summary>
    public static HolidayBook Empty { get; } = new([], None);

    /// <summary>The holidays of the calendars; regions are taxonomy keys, found in the terms given from the narrowest to the broadest.</summary>
    public static HolidayBook Of(IReadOnlyList<BusinessCalendar> calendars, IEnumerable<(Guid Id, string Key)> regions)
    {
        var days = calendars.Where(calendar => calendar.Region is not null)
            .GroupBy(calendar => calendar.Region!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => DaysOf(group.First()), StringComparer.Ordinal);
        var everybody = calendars.FirstOrDefault(calendar => calendar.IsDefault);
        return new HolidayBook(regions.Where(region => days.ContainsKey(region.Key)).Select(region => (region.Id, days[region.Key])), everybody is null ? None : DaysOf(everybody));
    }

    /// <summary>The holidays where a customer is.</summary>
    public IReadOnlySet<DateOnly> Of(UsageSubject who)
    {
        foreach (var (regionId, days) in byRegion)
        {
            if (who.SegmentIds.Contains(regionId))
            {
                return days;
            }
        }

        return elsewhere;
    }

    private static IReadOnlySet<DateOnly> DaysOf(BusinessCalendar calendar) => calendar.Holidays.Select(holiday => holiday.Date).ToHashSet();
}
