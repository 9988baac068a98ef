using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A need of a deal that no reference met. One stands for a deal and activity type at a time.</summary>
public sealed class UnmetNeed : IVersioned
{
    /// <summary>Longest criteria, in characters.</summary>
    public const int CriteriaLength = 2000;

    private UnmetNeed()
    {
    }

    /// <summary>A need as somebody found it unmet; <paramref name="fitting"/> is how many fitted without meeting it.</summary>
    public UnmetNeed(Guid id, Guid opportunityId, string activityKey, Criteria criteria, int fitting, Guid byId, DateTime now)
    {
        Id = id;
        OpportunityId = opportunityId;
        ActivityKey = Guard.Required(activityKey, ActivityType.KeyLength, "Activity type");
        Record(criteria, fitting, byId, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The deal it was needed for.</summary>
    public Guid OpportunityId { get; private set; }

    /// <summary>The deal it was needed for.</summary>
    public Opportunity? Opportunity { get; private set; }

    /// <summary>Activity type.</summary>
    public string ActivityKey { get; private set; } = "";

    /// <summary>What was looked for, as a query string.</summary>
    public string Criteria { get; private set; } = "";

    /// <summary>How many fitted without meeting it: closed, or of no use to a request that ended; 0 when nobody fitted at all.</summary>
    public int Fitting { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid ById { get; private set; }

    /// <summary>Who recorded it.</summary>
    public User? By { get; private set; }

    /// <summary>When it was recorded, last (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>When it was taken back or met (UTC); null while it stands.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Notes the need as it is now; recording it again brings it up to date and counts once.</summary>
    public void Record(Criteria criteria, int fitting, Guid byId, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        Criteria = Guard.Required(criteria.ToQuery(), CriteriaLength, "Criteria");
        Fitting = Guard.Between(fitting, 0, int.MaxValue, "Fitting");
        (ById, At, ClosedAt) = (byId, now, null);
    }

    /// <summary>It no longer stands.</summary>
    public void Close(DateTime now) => ClosedAt ??= now;

    /// <summary>Names other terms for the same need, as terms are merged; what would grow too long stays, as merged terms are understood.</summary>
    public void Reclassify(string criteria) => Criteria = criteria.Length <= CriteriaLength ? criteria : Criteria;

    /// <summary>The deal turned out to be the same as another.</summary>
    public void MoveToDeal(Guid opportunityId) => OpportunityId = opportunityId;

    /// <summary>What was known of it under another deal that turned out to be the same: the later one counts.</summary>
    public void TakeOver(UnmetNeed other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if ((other.ClosedAt is null, other.At).CompareTo((ClosedAt is null, At)) > 0)
        {
            (Criteria, Fitting, ById, At, ClosedAt) = (other.Criteria, other.Fitting, other.ById, other.At, other.ClosedAt);
        }
    }
}

internal sealed class UnmetNeedConfiguration : IEntityTypeConfiguration<UnmetNeed>
{
    public void Configure(EntityTypeBuilder<UnmetNeed> builder)
    {
        builder.Property(need => need.ActivityKey).HasMaxLength(ActivityType.KeyLength);
        builder.Property(need => need.Criteria).HasMaxLength(UnmetNeed.CriteriaLength);
        builder.HasOne(need => need.Opportunity).WithMany().HasForeignKey(need => need.OpportunityId);
        builder.HasOne(need => need.By).WithMany().HasForeignKey(need => need.ById);
        builder.HasIndex(need => new { need.OpportunityId, need.ActivityKey }).IsUnique();
        builder.HasIndex(need => need.At);
    }
}
