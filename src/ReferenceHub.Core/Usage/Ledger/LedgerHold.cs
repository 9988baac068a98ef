using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>
/// Where whoever changes what a customer may be asked for meets whoever asks: the customer's ledger. A command that looks at open uses and acts on
/// what it saw holds the ledger first, so that a reservation at the same instant makes one of the two start again.
/// </summary>
public static class LedgerHold
{
    /// <summary>Reads the ledger to be written with the caller's save, entries or none; call it inside <see cref="ReferenceHubDbContext.WriteAsync{T}(Func{CancellationToken, Task{T}}, CancellationToken)"/>, before looking at the uses.</summary>
    public static async Task<CustomerLedger> HoldLedgerAsync(this ReferenceHubDbContext db, Guid customerId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.CustomerLedgers.FindAsync([customerId], ct) is { } ledger)
        {
            db.Entry(ledger).Property(row => row.Version).IsModified = true;
            return ledger;
        }

        ledger = new CustomerLedger(customerId);
        db.CustomerLedgers.Add(ledger);
        return ledger;
    }
}
