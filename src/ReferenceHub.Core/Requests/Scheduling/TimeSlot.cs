using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Requests;

/// <summary>What became of an offered time.</summary>
public enum SlotState
{
    /// <summary>May be chosen.</summary>
    Open,

    /// <summary>Chosen: the use takes place then.</summary>
    Chosen,

    /// <summary>Another was chosen, or it was taken back.</summary>
    Dropped,
}

/// <summary>A time at which a use could take place, offered by one side.</summary>
public sealed class TimeSlot
{
    /// <summary>Most open times a side may offer.</summary>
    public const int Most = 3;

    private TimeSlot()
    {
    }

    /// <summary>A time (UTC) that a party offers for a candidate.</summary>
    public TimeSlot(Guid id, Guid candidateId, DateTime startsAt, Party offeredBy, DateTime now)
    {
        Id = id;
        CandidateId = candidateId;
        StartsAt = startsAt;
        OfferedBy = offeredBy;
        OfferedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>For which candidate.</summary>
    public Guid CandidateId { get; private set; }

    /// <summary>When it would start (UTC).</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>Which side offered it: requester, program or customer.</summary>
    public Party OfferedBy { get; private set; }

    /// <summary>When it was offered (UTC).</summary>
    public DateTime OfferedAt { get; private set; }

    /// <summary>What became of it.</summary>
    public SlotState State { get; private set; }

    /// <summary>The use takes place then.</summary>
    internal void Choose() => State = SlotState.Chosen;

    /// <summary>It is no longer offered.</summary>
    internal void Drop() => State = SlotState.Dropped;
}

internal sealed class TimeSlotConfiguration : IEntityTypeConfiguration<TimeSlot>
{
    public void Configure(EntityTypeBuilder<TimeSlot> builder)
    {
        builder.HasOne<Candidate>().WithMany(candidate => candidate.Slots).HasForeignKey(slot => slot.CandidateId);
        builder.HasIndex(slot => new { slot.CandidateId, slot.State });
    }
}
