using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>
/// One comparison of all ledgers with what they stand for: how many were rebuilt from their entries, and what was found. The one that runs has
/// a key of its own, so that the key lets only one node compare; when it has ended it is written anew.
/// </summary>
public sealed class LedgerComparison
{
    /// <summary>Key of the comparison that runs.</summary>
    public static readonly Guid RunningId = new("00000000-0000-7000-8000-00000000c001");

    /// <summary>Silence after which the node that compared counts as dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

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

    /// <summary>When it ended, or of one that runs when it last gave a sign (UTC).</summary>
    public DateTime EndedAt { get; private set; }

    /// <summary>Ledgers rebuilt.</summary>
    public int Customers { get; private set; }

    /// <summary>Uses compared.</summary>
    public int Uses { get; private set; }

    /// <summary>Differences that it found, those found before among them.</summary>
    public int Found { get; private set; }

    /// <summary>It has not ended.</summary>
    public bool IsRunning => Id == RunningId;

    /// <summary>A comparison that begins (UTC).</summary>
    public static LedgerComparison Begin(DateTime now) => new(RunningId, now, now, 0, 0, 0);

    /// <summary>Whether the node that runs it has given no sign for too long.</summary>
    public bool IsDead(DateTime now) => IsRunning && EndedAt + Patience <= now;
}

internal sealed class LedgerComparisonConfiguration : IEntityTypeConfiguration<LedgerComparison>
{
    public void Configure(EntityTypeBuilder<LedgerComparison> builder) => builder.HasIndex(comparison => comparison.EndedAt);
}
