using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Working days and hours in a zone, by which turnaround is promised and measured.</summary>
public sealed class BusinessCalendar : IVersioned, ISettingsPart
{
    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 80;

    /// <summary>Longest region key in characters.</summary>
    public const int RegionLength = 60;

    /// <summary>Most holidays a calendar holds.</summary>
    public const int MostHolidays = 500;

    private BusinessCalendar()
    {
    }

    /// <summary>A calendar; the zone is an IANA name.</summary>
    public BusinessCalendar(Guid id, string name, string zoneId, WeekHours hours)
    {
        Id = id;
        Describe(name, zoneId, region: null);
        Open(hours, []);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name, unique.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>IANA zone of its days and hours.</summary>
    public string ZoneId { get; private set; } = "";

    /// <summary>Region whose requesters it serves (taxonomy key); null for none in particular.</summary>
    public string? Region { get; private set; }

    /// <summary>Serves everybody whose region has no calendar of its own.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Opening hours of the week.</summary>
    public WeekHours Hours { get; private set; } = WeekHours.Standard;

    /// <summary>Closed days, by date.</summary>
    public List<Holiday> Holidays { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Monday to Friday, 09:00 to 17:00, without holidays; the default of a new program.</summary>
    public static BusinessCalendar Standard(Guid id, string zoneId)
    {
        var calendar = new BusinessCalendar(id, "Standard", zoneId, WeekHours.Standard);
        calendar.ServeEverybody(isDefault: true);
        return calendar;
    }

    /// <summary>Changes name, zone and region.</summary>
    public void Describe(string name, string zoneId, string? region)
    {
        Name = Guard.Required(name, NameLength, "Name");
        NameKey = TextKey.Of(Name);
        ZoneId = Zones.Exists(zoneId) ? zoneId : throw new ArgumentException($"'{zoneId}' is no time zone.", nameof(zoneId));
        Region = Guard.Optional(region, RegionLength, "Region");
    }

    /// <summary>Replaces hours and holidays; of two holidays on one date the first stays.</summary>
    public void Open(WeekHours hours, IEnumerable<Holiday> holidays)
    {
        Hours = hours;
        Holidays = [.. holidays.Select(day => day with { Name = Guard.Required(day.Name, Holiday.NameLength, "Holiday") })
            .DistinctBy(day => day.Date).OrderBy(day => day.Date)];
        Guard.Between(Holidays.Count, 0, MostHolidays, "Number of holidays");
    }

    /// <summary>Makes it the default, or no longer.</summary>
    public void ServeEverybody(bool isDefault) => IsDefault = isDefault;

    /// <summary>Its working time.</summary>
    public BusinessTime Time() => new(ZoneId, Hours, Holidays.Select(day => day.Date).ToHashSet());

    /// <summary>Its working days.</summary>
    public WorkDays WorkDays() => new(Hours, Holidays.Select(day => day.Date).ToHashSet());
}

internal sealed class BusinessCalendarConfiguration : IEntityTypeConfiguration<BusinessCalendar>
{
    public void Configure(EntityTypeBuilder<BusinessCalendar> builder)
    {
        builder.Property(calendar => calendar.Name).HasMaxLength(BusinessCalendar.NameLength);
        builder.Property(calendar => calendar.NameKey).HasMaxLength(BusinessCalendar.NameLength * 2);
        builder.Property(calendar => calendar.ZoneId).HasMaxLength(Zones.MaxIdLength);
        builder.Property(calendar => calendar.Region).HasMaxLength(BusinessCalendar.RegionLength);
        builder.Property(calendar => calendar.Hours).HasMaxLength(WeekHours.MaxLength)
            .HasConversion(hours => hours.ToString(), text => WeekHours.Parse(text));
        builder.Property(calendar => calendar.Holidays).HasJsonText();
        builder.HasIndex(calendar => calendar.NameKey).IsUnique();
    }
}
