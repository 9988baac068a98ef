using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Usage;

/// <summary>The one row whose version says which policies were in force; every change of a policy raises it.</summary>
public sealed class PolicySet : IVersioned, ISettingsPart
{
    /// <summary>The key of the only row.</summary>
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000002");

    private PolicySet()
    {
    }

    /// <summary>The first set.</summary>
    public PolicySet(DateTime now)
    {
        Id = OnlyId;
        ChangedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number of changes.</summary>
    public int Changes { get; private set; }

    /// <summary>When a policy was changed last (UTC).</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Most that gifts to one person may be worth in 365 days; null for no limit, 0 for no gifts at all.</summary>
    public decimal? MostGifts { get; private set; }

    /// <summary>Currency of that limit (ISO 4217), as it was when it was set; null without a limit.</summary>
    public string? MostGiftsCurrency { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The limit of gifts with its currency; null for none.</summary>
    public GiftLimit? GiftLimit => MostGifts is { } most && MostGiftsCurrency is { } currency ? new GiftLimit(most, currency) : null;

    /// <summary>Sets what gifts to one person may be worth in 365 days; null for no limit.</summary>
    public void LimitGifts(GiftLimit? limit)
    {
        if (limit is not null && (limit.WhyNot is not null || !Currencies.Knows(limit.Currency)))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit of gifts is 0 or more, in a known currency and no finer than that.");
        }

        (MostGifts, MostGiftsCurrency) = (limit?.Most, limit?.Currency);
    }

    /// <summary>Notes that a policy changed.</summary>
    public void Touch(DateTime now)
    {
        Changes++;
        ChangedAt = now;
    }
}

internal sealed class PolicySetConfiguration : IEntityTypeConfiguration<PolicySet>
{
    public void Configure(EntityTypeBuilder<PolicySet> builder)
    {
        builder.Ignore(set => set.GiftLimit);
        builder.Property(set => set.MostGifts).HasHundredths();
        builder.Property(set => set.MostGiftsCurrency).HasMaxLength(3);
    }
}
