using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import;

/// <summary>Turns the rows of an import back, in portions, inside the transaction at hand.</summary>
internal sealed class TraceReverter(
    ReferenceHubDbContext db, HistoryLog history, ReservationService uses, ImportProgress progress, Viewer by, Guid batchId, string fileName, DateTime now)
{
    private const int Portion = 1000;
    private readonly string reason = $"Import of {fileName} taken back";
    private EditNames names = new(new Dictionary<Guid, string>());
    private int done;
    private int total;

    public async Task RevertAsync(CancellationToken ct)
    {
        names = await EditNames.ReadAsync(db, await db.Users.Select(user => (Guid?)user.Id).ToListAsync(ct), ct);
        total = await db.ImportTraces.CountAsync(trace => trace.BatchId == batchId, ct);
        await EachAsync(TracedRow.Use, TakeBackAsync, ct);
        await EachAsync(TracedRow.Permission, RevertPermissionsAsync, ct);
        await EachAsync(TracedRow.ProductUse, RevertProductUsesAsync, ct);
        await EachAsync(TracedRow.Contact, RevertContactsAsync, ct);
        await EachAsync(TracedRow.Opportunity, RevertDealsAsync, ct);
        await EachAsync(TracedRow.Customer, RevertCustomersAsync, ct);
        await EachAsync(TracedRow.Term, RevertTermsAsync, ct);
    }

    private async Task EachAsync(TracedRow row, Func<IReadOnlyList<ImportTrace>, CancellationToken, Task> revert, CancellationToken ct)
    {
        while (await db.ImportTraces.Where(trace => trace.BatchId == batchId && trace.Row == row).Take(Portion).ToListAsync(ct) is { Count: > 0 } portion)
        {
            db.ImportTraces.RemoveRange(portion);
            await revert(portion, ct);
            await LiftOlderAsync(portion, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            progress.Report(batchId, done += portion.Count, total);
        }
    }

    // The import before saw these rows in the version that they had before this one: it can be taken back next.
    private async Task LiftOlderAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var changed = portion.Where(trace => !trace.Created && trace.VersionAfter > 0).ToDictionary(trace => trace.RowId);
        var rows = changed.Keys.ToArray();
        foreach (var older in rows.Length == 0 ? [] : await db.ImportTraces.Where(trace => trace.BatchId != batchId && EF.Parameter(rows).Contains(trace.RowId)).ToListAsync(ct))
        {
            if (older.VersionAfter == changed[older.RowId].VersionAfter - 1)
            {
                older.Follow(older.VersionAfter + 2);
            }
        }
    }

    private async Task TakeBackAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => EF.Parameter(keys).Contains(entry.UseId)).ToListAsync(ct);
        await uses.TakeBackAsync([.. entries.Select(entry => entry.AsUse())], reason, by, ct);
        foreach (var customer in entries.GroupBy(entry => entry.CustomerId))
        {
            Record(SubjectKind.Customer, customer.Key, "uses-taken-back", []);
        }
    }

    private async Task RevertPermissionsAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        foreach (var (trace, permission) in Pairs(portion, await db.Permissions.Where(one => EF.Parameter(keys).Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct)))
        {
            var before = Planning.PermissionRow.Of(permission)!;
            Turn(trace, permission);
            Record(SubjectKind.Customer, permission.CustomerId, "permission-recorded", trace.Created ? [] : Planning.PermissionRow.Changes(before, Planning.PermissionRow.Of(permission)!));
        }
    }

    private async Task RevertProductUsesAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        foreach (var (trace, use) in Pairs(portion, await db.ProductUses.Where(one => EF.Parameter(keys).Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct)))
        {
            var before = ProductUseEdit.Of(use);
            Turn(trace, use);
            Record(SubjectKind.Customer, use.CustomerId, trace.Created ? "product-removed" : "product-edited", trace.Created ? [] : EditMerge.Changes(ProductUseFields.All, before, ProductUseEdit.Of(use), names));
        }
    }

    private async Task RevertContactsAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        foreach (var (trace, contact) in Pairs(portion, await db.Contacts.Where(one => EF.Parameter(keys).Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct)))
        {
            var (before, id) = (ContactEdit.Of(contact), contact.ExternalId);
            Turn(trace, contact);
            Record(SubjectKind.Customer, contact.CustomerId, trace.Created ? "contact-removed" : "contact-edited", trace.Created ? [] : Planning.ContactRow.Changes(before, id, ContactEdit.Of(contact), contact.ExternalId, names));
        }
    }

    private async Task RevertDealsAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        foreach (var (trace, deal) in Pairs(portion, await db.Opportunities.Where(one => EF.Parameter(keys).Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct)))
        {
            var before = deal.Facts;
            Turn(trace, deal);
            Record(SubjectKind.Opportunity, deal.Id, trace.Created ? "removed" : "edited", trace.Created ? [] : DealChanges.Between(before, deal.Facts));
        }
    }

    private async Task RevertCustomersAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        var customers = await db.Customers.Include(customer => customer.Attributes).Where(one => EF.Parameter(keys).Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        var ledgers = await db.CustomerLedgers.Where(ledger => EF.Parameter(keys).Contains(ledger.CustomerId)).ToDictionaryAsync(ledger => ledger.CustomerId, ct);
        foreach (var (trace, customer) in Pairs(portion, customers))
        {
            if (trace.Created && ledgers.GetValueOrDefault(customer.Id) is { Entries: > 0 })
            {
                // The ledger keeps its lines for ever, so its customer stays too, put away.
                customer.Archive(by.ActorId, now);
                Record(SubjectKind.Customer, customer.Id, "archived", []);
                continue;
            }

            var (before, was) = (CustomerEdit.Of(customer), customer.Status);
            if (trace.Created && ledgers.GetValueOrDefault(customer.Id) is { } ledger)
            {
                db.CustomerLedgers.Remove(ledger);
            }

            Turn(trace, customer);
            Record(SubjectKind.Customer, customer.Id, trace.Created ? "removed" : "edited", trace.Created ? [] : Planning.CustomerChanges.Between(before, was, CustomerEdit.Of(customer), customer.Status, names));
        }
    }

    private async Task RevertTermsAsync(IReadOnlyList<ImportTrace> portion, CancellationToken ct)
    {
        var keys = Keys(portion);
        foreach (var (trace, term) in Pairs(portion, await db.Terms.Where(one => EF.Parameter(keys).Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct)))
        {
            Turn(trace, term);
            Record(SubjectKind.Term, term.Id, trace.Created ? "removed" : "edited", []);
        }
    }

    private void Turn(ImportTrace trace, IVersioned row)
    {
        if (trace.Created)
        {
            db.RemoveRange(row is Customer made ? made.Attributes : []);
            db.Remove(row);
            return;
        }

        // Exactly the columns that the import wrote, folded keys among them, get back what they held.
        var entry = db.Entry(row);
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(trace.Before ?? "{}")!)
        {
            if (name == nameof(Customer.Attributes) && row is Customer customer)
            {
                var terms = value.Deserialize<List<Guid>>()!;
                customer.Attributes.RemoveAll(attribute => !terms.Contains(attribute.TermId));
                customer.Attributes.AddRange(terms.Where(term => !customer.Attributes.Exists(attribute => attribute.TermId == term)).Select(term => new CustomerAttribute(customer.Id, term)));
            }
            else
            {
                var property = entry.Property(name);
                property.CurrentValue = value.Deserialize(property.Metadata.ClrType);
            }
        }

        entry.Property(nameof(IVersioned.Version)).IsModified = true;
    }

    private void Record(SubjectKind subject, Guid id, string verb, IReadOnlyList<FieldChange> changes) => history.Record(by, subject, id, verb, reason, changes);

    private static Guid[] Keys(IReadOnlyList<ImportTrace> portion) => [.. portion.Select(trace => trace.RowId).Distinct()];

    private static IEnumerable<(ImportTrace Trace, T Row)> Pairs<T>(IReadOnlyList<ImportTrace> portion, IReadOnlyDictionary<Guid, T> rows) =>
        portion.Where(trace => rows.ContainsKey(trace.RowId)).Select(trace => (trace, rows[trace.RowId]));
}
