using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

public sealed partial class ReservationService
{
    /// <summary>
    /// Writes down many uses of the time before the program: as <see cref="LogAsync"/>, in one go. Contacts who have left may have
    /// given theirs. The answers are the uses' keys in the same order.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> LogManyAsync(IReadOnlyList<LogUse> logs, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.EditAnyCustomer);
        var ledgers = await LedgersAsync([.. logs.Select(log => log.CustomerId).Distinct()], ct);
        var types = await db.ActivityTypes.ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, ct);
        var uses = new List<Guid>(logs.Count);
        foreach (var log in logs)
        {
            var type = types[log.ActivityKey];
            var use = new Use(
                ids.Next(), log.CustomerId, log.ContactId, type.Key, type.Units, Minutes(log.Minutes) ?? type.Minutes, log.On, UseState.Done, type.Units > 0, log.Source, log.SourceId, Overridden: false);
            var entry = new LedgerEntry(ids.Next(), ledgers[log.CustomerId].Next(), LedgerKind.Logged, use, clock.UtcNow(), by.ActorId, by.Name);
            entry.Explain(log.Note);
            db.LedgerEntries.Add(entry);
            uses.Add(use.UseId);
        }

        return uses;
    }

    /// <summary>Takes uses back that should never have been written down, one entry each: the ledger forgets nothing, they no longer count.</summary>
    public async Task TakeBackAsync(IReadOnlyCollection<Use> uses, string reason, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.RunProgram);
        var ledgers = await LedgersAsync([.. uses.Select(use => use.CustomerId).Distinct()], ct);
        foreach (var use in uses)
        {
            var entry = new LedgerEntry(ids.Next(), ledgers[use.CustomerId].Next(), LedgerKind.Released, Gone(use, keepsRest: false), clock.UtcNow(), by.ActorId, by.Name);
            entry.Explain(reason);
            db.LedgerEntries.Add(entry);
        }
    }

    private async Task<Dictionary<Guid, CustomerLedger>> LedgersAsync(Guid[] customers, CancellationToken ct)
    {
        var ledgers = await db.CustomerLedgers.Where(ledger => EF.Parameter(customers).Contains(ledger.CustomerId)).ToDictionaryAsync(ledger => ledger.CustomerId, ct);
        foreach (var customer in customers.Where(customer => !ledgers.ContainsKey(customer)))
        {
            db.CustomerLedgers.Add(ledgers[customer] = new CustomerLedger(customer));
        }

        return ledgers;
    }
}
