using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>"Tell me when one is free": a search that somebody waits on, answered once.</summary>
public sealed class FreeAlert : IVersioned
{
    /// <summary>Most alerts that one person waits on at a time.</summary>
    public const int MostOpen = 20;

    /// <summary>Days after which nobody waits any more.</summary>
    public const int Days = 180;

    private FreeAlert()
    {
    }

    /// <summary>Somebody waits for a reference that fits and can be asked.</summary>
    public FreeAlert(Guid id, Guid userId, string activityKey, Criteria criteria, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        Id = id;
        UserId = userId;
        ActivityKey = Guard.Required(activityKey, ActivityType.KeyLength, "Activity type");
        Criteria = Guard.Required(criteria.ToQuery(), UnmetNeed.CriteriaLength, "Criteria");
        CreatedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who waits.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Who waits.</summary>
    public User? User { get; private set; }

    /// <summary>Activity type asked for.</summary>
    public string ActivityKey { get; private set; } = "";

    /// <summary>What is looked for, as a query string.</summary>
    public string Criteria { get; private set; } = "";

    /// <summary>Since when (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was told, called off or given up (UTC); null while somebody waits.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The reference that was found free; null when it ended otherwise.</summary>
    public Guid? CustomerId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>One is free: told once.</summary>
    public void Tell(Guid customerId, DateTime now)
    {
        if (EndedAt is null)
        {
            (CustomerId, EndedAt) = (customerId, now);
        }
    }

    /// <summary>The reference that was told of is another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    /// <summary>Nobody waits any more.</summary>
    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>Names other terms for the same search, as terms are merged; what would grow too long stays, as merged terms are understood.</summary>
    public void Reclassify(string criteria) => Criteria = criteria.Length <= UnmetNeed.CriteriaLength ? criteria : Criteria;

    /// <summary>Somebody else waits from now on.</summary>
    public void HandOver(Guid userId) => UserId = userId;
}

internal sealed class FreeAlertConfiguration : IEntityTypeConfiguration<FreeAlert>
{
    public void Configure(EntityTypeBuilder<FreeAlert> builder)
    {
        builder.Property(alert => alert.ActivityKey).HasMaxLength(ActivityType.KeyLength);
        builder.Property(alert => alert.Criteria).HasMaxLength(UnmetNeed.CriteriaLength);
        builder.HasOne(alert => alert.User).WithMany().HasForeignKey(alert => alert.UserId);
        builder.HasOne<References.Customer>().WithMany().HasForeignKey(alert => alert.CustomerId);
        builder.HasIndex(alert => new { alert.UserId, alert.EndedAt });
        builder.HasIndex(alert => alert.EndedAt);
    }
}
