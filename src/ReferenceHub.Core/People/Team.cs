using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>A group of people with a region, a manager and a business calendar.</summary>
public sealed class Team : IVersioned
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 80;

    private Team()
    {
    }

    /// <summary>A team; the region is a taxonomy key such as "dach".</summary>
    public Team(Guid id, string name, string? regionKey, Guid? managerId, Guid? calendarId)
    {
        Id = id;
        Edit(name, regionKey, managerId, calendarId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Region the team sells in (taxonomy key).</summary>
    public string? RegionKey { get; private set; }

    /// <summary>Who leads it.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>Whose working hours the clock of its requests follows; the default calendar when null.</summary>
    public Guid? CalendarId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes all of it.</summary>
    public void Edit(string name, string? regionKey, Guid? managerId, Guid? calendarId)
    {
        Name = Guard.Required(name, NameLength, "Name");
        RegionKey = regionKey;
        ManagerId = managerId;
        CalendarId = calendarId;
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder) => builder.Property(team => team.Name).HasMaxLength(Team.NameLength);
}
