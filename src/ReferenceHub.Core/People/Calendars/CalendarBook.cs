namespace ReferenceHub.Core.People;

/// <summary>All business calendars as working times.</summary>
public sealed class CalendarBook
{
    private readonly Dictionary<Guid, BusinessTime> byId;
    private readonly Dictionary<Guid, WorkDays> days;
    private readonly Dictionary<string, Guid> byRegion;

    /// <summary>A book of the calendars, one of them at least; without a marked default the first by name serves.</summary>
    public CalendarBook(IReadOnlyList<BusinessCalendar> calendars)
    {
        byId = calendars.ToDictionary(calendar => calendar.Id, calendar => calendar.Time());
        days = calendars.ToDictionary(calendar => calendar.Id, calendar => calendar.WorkDays());
        byRegion = calendars.Where(calendar => calendar.Region is not null)
            .GroupBy(calendar => calendar.Region!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        DefaultId = calendars.OrderByDescending(calendar => calendar.IsDefault).ThenBy(calendar => calendar.NameKey, StringComparer.Ordinal).First().Id;
    }

    /// <summary>The calendar that serves everybody else.</summary>
    public Guid DefaultId { get; }

    /// <summary>Working time of the default calendar.</summary>
    public BusinessTime Default => byId[DefaultId];

    /// <summary>Working times of all calendars.</summary>
    public IReadOnlyCollection<BusinessTime> All => byId.Values;

    /// <summary>Working time of one calendar; the default's when unknown.</summary>
    public BusinessTime Of(Guid? calendarId) => calendarId is { } id && byId.TryGetValue(id, out var time) ? time : Default;

    /// <summary>Working days of one calendar; the default's when unknown.</summary>
    public WorkDays DaysOf(Guid? calendarId) => calendarId is { } id && days.TryGetValue(id, out var own) ? own : days[DefaultId];

    /// <summary>The calendar for requesters of a region (taxonomy key), to be fixed at submit.</summary>
    public Guid IdForRegion(string? region) => region is not null && byRegion.TryGetValue(region, out var id) ? id : DefaultId;

    /// <summary>Working time for a region.</summary>
    public BusinessTime ForRegion(string? region) => Of(IdForRegion(region));
}
