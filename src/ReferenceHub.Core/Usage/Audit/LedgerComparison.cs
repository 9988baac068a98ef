using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>One comparison of all ledgers with what they stand for: how many were rebuilt from their entries, and what was found.</summary>
public sealed class LedgerComparison
{
    private LedgerComparison()
    {
    }

    /// <summary>A comparison that has ended (UTC).</summary>
    public LedgerComparison(Guid id, DateTime startedAt, DateTime endedAt, int customers, int uses, int found)
    {
        (Id, StartedAt, EndedAt) = (id, startedAt, endedAt);
        (Customers, Uses, Found) = (Guard.Between(customers, 0, int.MaxValue, "Customers"), Guard.Between(uses, 0, int.MaxValue, "Uses"), Guard.Between(found, 0, int.MaxValue, "Differences"));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>When it began (UTC).</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime EndedAt { get; private set; }

    /// <summary>Ledgers rebuilt.</summary>
    public int Customers { get; private set; }

    /// <summary>Uses compared.</summary>
    public int Uses { get; private set; }

    /// <summary>Differences that it found, those found before among them.</summary>
    public int Found { get; private set; }
}

internal sealed class LedgerComparisonConfiguration : IEntityTypeConfiguration<LedgerComparison>
{
    public void Configure(EntityTypeBuilder<LedgerComparison> builder) => builder.HasIndex(comparison => comparison.EndedAt);
}
