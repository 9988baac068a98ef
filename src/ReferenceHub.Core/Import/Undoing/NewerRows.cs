using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import;

/// <summary>What touched the rows of an import since: rows changed or removed, corrected uses, and whatever hangs on rows that it made.</summary>
internal sealed class NewerRows(ReferenceHubDbContext db, Guid batchId)
{
    private const int Shown = 20;
    private readonly List<string> found = [];
    private int count;

    private IQueryable<ImportTrace> Traces => db.ImportTraces.AsNoTracking().Where(trace => trace.BatchId == batchId);

    public async Task<UndoAnswer> FindAsync(CancellationToken ct)
    {
        await ChangedAsync<Customer>(TracedRow.Customer, ct);
        await ChangedAsync<Opportunity>(TracedRow.Opportunity, ct);
        await ChangedAsync<Contact>(TracedRow.Contact, ct);
        await ChangedAsync<ProductUse>(TracedRow.ProductUse, ct);
        await ChangedAsync<Permission>(TracedRow.Permission, ct);
        await ChangedAsync<Term>(TracedRow.Term, ct);
        await CorrectedAsync(ct);
        foreach (var (type, property) in References())
        {
            await (Task)typeof(NewerRows).GetMethod(nameof(HangingAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(this, [type, property, ct])!;
        }

        return new UndoAnswer(found, count);
    }

    private async Task ChangedAsync<T>(TracedRow row, CancellationToken ct)
        where T : class, IVersioned
    {
        var newer = Traces.Where(trace => trace.Row == row
            && !db.Set<T>().Any(one => EF.Property<Guid>(one, "Id") == trace.RowId && one.Version == trace.VersionAfter));
        await NoteAsync(newer.Select(trace => trace.RowId), "changed or removed since", ct);
    }

    private Task CorrectedAsync(CancellationToken ct) => NoteAsync(
        Traces.Where(trace => trace.Row == TracedRow.Use)
            .Join(db.LedgerEntries.Where(entry => entry.Kind != LedgerKind.Logged), trace => trace.RowId, entry => entry.UseId, (trace, entry) => entry.CustomerId),
        "an imported use was corrected since",
        ct);

    // Every table that can point at a customer, contact, deal or product: by foreign key, or by the name that such columns have here.
    private IEnumerable<(IEntityType Type, string Property)> References()
    {
        Type[] made = [typeof(Customer), typeof(Contact), typeof(Opportunity), typeof(ProductUse), typeof(Permission), typeof(Term)];
        var names = made.Select(type => type.Name + "Id").Append("SourceId").ToHashSet(StringComparer.Ordinal);
        Type[] own = [typeof(ImportTrace), typeof(CustomerAttribute), typeof(CustomerLedger), typeof(LedgerEntry), typeof(ChangeNotice)];
        return db.Model.GetEntityTypes()
            .Where(type => !type.IsOwned() && !type.HasSharedClrType && !own.Contains(type.ClrType))
            .SelectMany(type => type.GetProperties()
                .Where(property => property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?))
                .Where(property => names.Contains(property.Name) || property.GetContainingForeignKeys().Any(key => made.Contains(key.PrincipalEntityType.ClrType)))
                .Where(property => !property.IsPrimaryKey() || type.FindPrimaryKey()!.Properties.Count > 1)
                .Select(property => (type, property.Name)))
            .Append((db.Model.FindEntityType(typeof(LedgerEntry))!, nameof(LedgerEntry.CustomerId)))
            .Append((db.Model.FindEntityType(typeof(LedgerEntry))!, nameof(LedgerEntry.ContactId)));
    }

    private async Task HangingAsync<T>(IEntityType type, string property, CancellationToken ct)
        where T : class
    {
        var rows = db.Set<T>().AsNoTracking().Where(row => Traces.Any(trace => trace.Created && trace.RowId == EF.Property<Guid?>(row, property)));
        var key = typeof(T) == typeof(LedgerEntry) ? nameof(LedgerEntry.UseId) : type.FindPrimaryKey()!.Properties is [{ Name: var only }] && type.FindProperty(only)!.ClrType == typeof(Guid) ? only : null;
        if (key is not null)
        {
            rows = rows.Where(row => !Traces.Any(trace => trace.RowId == EF.Property<Guid>(row, key)));
        }

        await NoteAsync(rows.Select(row => EF.Property<Guid?>(row, property)!.Value), $"{WordsOf(type.ClrType)} added since", ct);
    }

    private async Task NoteAsync(IQueryable<Guid> rows, string what, CancellationToken ct)
    {
        var some = await rows.Take(Shown).ToListAsync(ct);
        if (some.Count == 0)
        {
            return;
        }

        count += some.Count < Shown ? some.Count : await rows.CountAsync(ct);
        var names = await NamesAsync([.. some.Distinct()], ct);
        found.AddRange(some.Take(Math.Max(0, Shown - found.Count)).Select(id => $"{names.GetValueOrDefault(id, "A row")}: {what}"));
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(Guid[] keys, CancellationToken ct)
    {
        var names = await db.Customers.Where(customer => keys.Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name })
            .Concat(db.Contacts.Where(contact => keys.Contains(contact.Id)).Select(contact => new { contact.Id, contact.Name }))
            .Concat(db.Opportunities.Where(deal => keys.Contains(deal.Id)).Select(deal => new { deal.Id, deal.Name }))
            .Concat(db.Terms.Where(term => keys.Contains(term.Id)).Select(term => new { term.Id, term.Name }))
            .Concat(db.ProductUses.Where(use => keys.Contains(use.Id)).Select(use => new { use.Id, use.Product!.Name }))
            .Concat(db.Permissions.Where(permission => keys.Contains(permission.Id)).Join(db.Customers, permission => permission.CustomerId, customer => customer.Id, (permission, customer) => new { permission.Id, customer.Name }))
            .ToListAsync(ct);
        return names.ToDictionary(one => one.Id, one => one.Name);
    }

    // "ProductUse" → "product use", "ReferenceRequest" → "reference request".
    private static string WordsOf(Type type) =>
        type == typeof(LedgerEntry) ? "use" : string.Concat(type.Name.Select((letter, place) => char.IsUpper(letter) ? $"{(place > 0 ? " " : null)}{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
