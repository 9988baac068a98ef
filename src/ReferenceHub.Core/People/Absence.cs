using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Days on which a person is away, and who stands in: asks and messages of that person reach the stand-in as well.</summary>
public sealed class Absence : IVersioned, IPeoplePart
{
    /// <summary>Longest absence, in days.</summary>
    public const int MostDays = 366;

    private Absence()
    {
    }

    /// <summary>Somebody is away from a day through another, in the program's zone; nobody stands in when null.</summary>
    public Absence(Guid id, Guid userId, DateOnly firstDay, DateOnly lastDay, Guid? standInId, DateTime now)
    {
        Id = id;
        UserId = userId;
        CreatedAt = now;
        Change(firstDay, lastDay, standInId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who is away.</summary>
    public Guid UserId { get; private set; }

    /// <summary>First day away.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day away.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Who stands in.</summary>
    public Guid? StandInId { get; private set; }

    /// <summary>When it was noted (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    // Stand-ins hand on to theirs, so that an absence may change for whom anybody answers.
    Guid IPeoplePart.UserId => Guid.Empty;

    /// <summary>Whether the person is away on a day.</summary>
    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>Changes days and stand-in.</summary>
    public void Change(DateOnly firstDay, DateOnly lastDay, Guid? standInId)
    {
        if (lastDay < firstDay || lastDay.DayNumber - firstDay.DayNumber >= MostDays)
        {
            throw new IllegalMoveException("The last day lies on or after the first, at most a year later.");
        }

        if (standInId == UserId)
        {
            throw new IllegalMoveException("Somebody else has to stand in.");
        }

        (FirstDay, LastDay, StandInId) = (Guard.Day(firstDay), Guard.Day(lastDay), standInId);
    }

    /// <summary>Somebody else stands in from now on.</summary>
    public void HandOver(Guid? standInId) => StandInId = standInId;
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.HasOne<User>().WithMany().HasForeignKey(absence => absence.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(absence => absence.StandInId);
        builder.HasIndex(absence => new { absence.UserId, absence.LastDay });
    }
}
