using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

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

    /// <summary>Most that gifts to one person may be worth in 365 days, in the program's currency; null for no limit, 0 for no gifts at all.</summary>
    public decimal? MostGifts { get; private set; }

    /// <summary>Currency of that amount (ISO 4217); null when there is no limit.</summary>
    public string? MostGiftsCurrency { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Sets what gifts to one person may be worth in 365 days.</summary>
    public void LimitGifts(decimal? most) => MostGifts = most is null or (>= 0 and < PolicyEdition.MostAmount)
        ? most
        : throw new ArgumentOutOfRangeException(nameof(most), most, "The limit of gifts is 0 or more.");

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
        builder.Property(set => set.MostGifts).HasHundredths();
        builder.Property(set => set.MostGiftsCurrency).HasMaxLength(3);
    }
}
