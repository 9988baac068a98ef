using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>The lock of one customer's ledger: read before summing, raised with every entry, so that of two writers one starts again.</summary>
public sealed class CustomerLedger : IVersioned
{
    private CustomerLedger()
    {
    }

    /// <summary>An empty ledger.</summary>
    public CustomerLedger(Guid customerId) => CustomerId = customerId;

    /// <summary>Key: the customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Number of entries, and place of the last.</summary>
    public int Entries { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Takes over all entries of another ledger, which is empty then; answers by how much their places move up.</summary>
    public int TakeOver(CustomerLedger other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var places = Entries;
        Entries += other.Entries;
        other.Entries = 0;
        return places;
    }

    /// <summary>The place of the next entry.</summary>
    public int Next() => ++Entries;
}

internal sealed class CustomerLedgerConfiguration : IEntityTypeConfiguration<CustomerLedger>
{
    public void Configure(EntityTypeBuilder<CustomerLedger> builder)
    {
        builder.HasKey(ledger => ledger.CustomerId);
        builder.HasOne<Customer>().WithOne().HasForeignKey<CustomerLedger>(ledger => ledger.CustomerId);
    }
}
