using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What is wrong between a ledger and what it stands for.</summary>
public enum FindingKind
{
    /// <summary>Places of entries are missing or twice there.</summary>
    Places,

    /// <summary>Capacity is held for a request that does not wait for it any more.</summary>
    Orphan,

    /// <summary>A request counts on a use that the ledger does not hold.</summary>
    Missing,

    /// <summary>The ledger says something else of a use than its request.</summary>
    Differs,

    /// <summary>What the node that compared kept in memory for lists and matching was not what the entries say.</summary>
    Memory,
}

/// <summary>
/// A difference that the nightly comparison found; it stays, with the day on which it was gone. Saving one lets every node read the customer's usage anew, so
/// that what a node remembers wrongly is right from then on.
/// </summary>
public sealed class LedgerFinding : IUsagePart
{
    /// <summary>Longest description in characters.</summary>
    public const int WordsLength = 400;

    private LedgerFinding()
    {
    }

    /// <summary>Found at an instant (UTC).</summary>
    public LedgerFinding(Guid id, Guid customerId, Guid? useId, FindingKind kind, string words, DateTime now)
    {
        (Id, CustomerId, UseId, Kind, Words, FoundAt) = (id, customerId, useId, kind, Guard.Required(words, WordsLength, "Finding"), now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid CustomerId { get; private set; }

    /// <summary>The use, if it is about one.</summary>
    public Guid? UseId { get; private set; }

    /// <summary>What kind of difference.</summary>
    public FindingKind Kind { get; private set; }

    /// <summary>What is said there and what here.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When it was found (UTC).</summary>
    public DateTime FoundAt { get; private set; }

    /// <summary>When a comparison no longer found it (UTC).</summary>
    public DateTime? GoneAt { get; private set; }

    /// <summary>What it is about.</summary>
    public FindingKey Key => new(CustomerId, UseId, Kind);

    /// <summary>Found again, perhaps in other words.</summary>
    public void Says(string words) => Words = Guard.Required(words, WordsLength, "Finding");

    /// <summary>A comparison no longer found it.</summary>
    public void Gone(DateTime now) => GoneAt ??= now;

    /// <summary>Belongs to another record from now on: the two records were one company.</summary>
    internal void MoveTo(Guid customerId) => CustomerId = customerId;
}

internal sealed class LedgerFindingConfiguration : IEntityTypeConfiguration<LedgerFinding>
{
    public void Configure(EntityTypeBuilder<LedgerFinding> builder)
    {
        builder.Property(finding => finding.Words).HasMaxLength(LedgerFinding.WordsLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(finding => finding.CustomerId);
        builder.HasIndex(finding => new { finding.GoneAt, finding.CustomerId });
    }
}
