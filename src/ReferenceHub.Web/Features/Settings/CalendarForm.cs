using System.Globalization;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>What the calendar page sends.</summary>
public sealed class CalendarForm
{
    /// <summary>Most characters of all holidays together.</summary>
    public const int HolidaysLength = 40_000;

    /// <summary>Days of the week, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>IANA zone.</summary>
    public string? ZoneId { get; set; }

    /// <summary>Region served.</summary>
    public string? Region { get; set; }

    /// <summary>Serves everybody else.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Hours by day, Monday first.</summary>
    public List<DayForm> Days { get; set; } = [];

    /// <summary>One holiday a line: "2026-12-25 Christmas".</summary>
    public string? Holidays { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The calendar, null for a new one.</summary>
    [BindNever]
    public Guid? Id { get; private set; }

    /// <summary>Regions to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];

    /// <summary>Zones to choose from.</summary>
    public static IReadOnlyList<SelectListItem> ZoneChoices { get; } = [.. Zones.All.Select(zone => new SelectListItem(zone.Replace('_', ' '), zone))];

    /// <summary>A new calendar, Monday to Friday nine to five.</summary>
    public static CalendarForm Fresh() => new() { ZoneId = "Europe/Berlin", Days = DaysOf(WeekHours.Standard) };

    /// <summary>The form for a calendar.</summary>
    public static CalendarForm Of(BusinessCalendar calendar) => new()
    {
        Name = calendar.Name,
        ZoneId = calendar.ZoneId,
        Region = calendar.Region,
        IsDefault = calendar.IsDefault,
        Days = DaysOf(calendar.Hours),
        Holidays = calendar.Holidays.Aggregate(new StringBuilder(), (text, day) => text.Append(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd} {day.Name}\n")).ToString(),
        Version = calendar.Version,
    };

    /// <summary>Gives the page what it offers; a form that was sent with too few days is filled up.</summary>
    public void Prepare(Guid? id, IEnumerable<(string Key, string Name, int Depth)> regions)
    {
        Id = id;
        Regions = [.. regions.Select(region => new SelectListItem(new string('\u2003', region.Depth) + region.Name, region.Key))];
        Days.AddRange(Enumerable.Range(0, Math.Max(0, Week.Count - Days.Count)).Select(_ => new DayForm()));
    }

    /// <summary>The checked form as an edit.</summary>
    public CalendarEdit ToEdit() => new(
        Name!, ZoneId!, string.IsNullOrEmpty(Region) ? null : Region, IsDefault,
        WeekHours.Of(Week.Zip(Days).Where(day => day.Second.IsOpen).ToDictionary(day => day.First, day => day.Second.ToHours())),
        HolidayLines.Read(Holidays).Days);

    private static List<DayForm> DaysOf(WeekHours hours) => [.. Week.Select(day => hours[day] is { } open
        ? new DayForm { IsOpen = true, Opens = At(open.Opens), Closes = At(open.Closes) }
        : new DayForm())];

    private static TimeOnly At(int minute) => minute >= DayHours.MinutesOfDay ? new TimeOnly(23, 59) : new TimeOnly(minute / 60, minute % 60);
}

/// <summary>One weekday of the form.</summary>
public sealed class DayForm
{
    /// <summary>A working day.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Opening time.</summary>
    public TimeOnly? Opens { get; set; }

    /// <summary>Closing time; 23:59 means midnight.</summary>
    public TimeOnly? Closes { get; set; }

    /// <summary>The hours of an open day.</summary>
    public DayHours ToHours() => new(Minute(Opens!.Value), Closes == new TimeOnly(23, 59) ? DayHours.MinutesOfDay : Minute(Closes!.Value));

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
}

/// <summary>Rules of a calendar.</summary>
public sealed class CalendarFormValidator : AbstractValidator<CalendarForm>
{
    public CalendarFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Give the calendar a name.").MaximumLength(BusinessCalendar.NameLength);
        RuleFor(form => form.ZoneId).Must(Zones.Exists).WithMessage("Choose a time zone.");
        RuleFor(form => form.Region).MaximumLength(BusinessCalendar.RegionLength);
        RuleFor(form => form.Days).Must(days => days.Count == CalendarForm.Week.Count && days.Exists(day => day.IsOpen)).WithMessage("At least one day of the week has to be open.");
        RuleForEach(form => form.Days).Must(day => !day.IsOpen || (day.Opens is not null && day.Closes > day.Opens)).WithMessage("An open day closes later than it opens.");
        RuleFor(form => form.Holidays).MaximumLength(CalendarForm.HolidaysLength).Custom((text, check) =>
        {
            var read = HolidayLines.Read(text);
            foreach (var problem in read.Problems.Take(5))
            {
                check.AddFailure(problem);
            }

            if (read.Days.Count > BusinessCalendar.MostHolidays)
            {
                check.AddFailure($"A calendar holds {BusinessCalendar.MostHolidays} holidays at most.");
            }
        });
    }
}
