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
