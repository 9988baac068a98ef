using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>One run of an import inside its transaction: what the portions write with, and the traces by which it can be taken back.</summary>
internal sealed class ImportRun(ReferenceHubDbContext db, IIds ids, HistoryLog history, ReservationService uses, Viewer by, Guid batchId, string fileName, DateTime now)
{
    private readonly List<ImportTrace> uncounted = [];

    public ReferenceHubDbContext Db => db;

    public IIds Ids => ids;

    public ReservationService Uses => uses;

    public Viewer By => by;

    public DateTime Now => now;

    public string FileName => fileName;

    /// <summary>A line of history with a row's subject.</summary>
    public void Record(SubjectKind subject, Guid id, string verb, string what, IReadOnlyList<FieldChange> changes) =>
        history.Record(by, subject, id, verb, $"{what} from {fileName}", changes);

    /// <summary>Traces what has no version of its own: a use in the ledger.</summary>
    public void Trace(TracedRow row, Guid id) => uncounted.Add(new ImportTrace(ids.Next(), batchId, row, id, created: true, 0, null));

    /// <summary>Saves a portion and its traces, and forgets it so that memory stays small.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        var touched = Touched();
        await db.SaveChangesAsync(ct);
        db.ImportTraces.AddRange(touched.Select(one => new ImportTrace(
            ids.Next(), batchId, KindOf(one.Entry.Entity)!.Value, (Guid)one.Entry.Property(nameof(Customer.Id)).CurrentValue!, one.Created, one.Entry.Entity.Version, one.Before)));
        db.ImportTraces.AddRange(uncounted);
        uncounted.Clear();
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    // Changes are looked for once: each look at the tracker would go through the whole portion again.
    private List<(EntityEntry<IVersioned> Entry, bool Created, string? Before)> Touched()
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var attributes = db.ChangeTracker.Entries<CustomerAttribute>().ToLookup(entry => entry.Entity.CustomerId);
            return
            [
                .. db.ChangeTracker.Entries<IVersioned>()
                    .Where(entry => entry.State is EntityState.Added or EntityState.Modified && KindOf(entry.Entity) is not null)
                    .Select(entry => (entry, entry.State == EntityState.Added, entry.State == EntityState.Added ? null : BeforeOf(entry, attributes))),
            ];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static TracedRow? KindOf(object entity) => entity switch
    {
        Customer => TracedRow.Customer,
        Opportunity => TracedRow.Opportunity,
        Contact => TracedRow.Contact,
        ProductUse => TracedRow.ProductUse,
        Permission => TracedRow.Permission,
        Term { Kind: TermKind.Product } => TracedRow.Term,
        _ => null,
    };

    private static string BeforeOf(EntityEntry<IVersioned> entry, ILookup<Guid, EntityEntry<CustomerAttribute>> attributes)
    {
        var before = entry.Properties
            .Where(property => property.Metadata.Name != nameof(IVersioned.Version) && property.IsModified && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue))
            .ToDictionary(property => property.Metadata.Name, property => JsonSerializer.SerializeToElement(property.OriginalValue, property.Metadata.ClrType), StringComparer.Ordinal);
        if (entry.Entity is Customer customer && AttributesBefore([.. attributes[customer.Id]]) is { } terms)
        {
            before[nameof(Customer.Attributes)] = JsonSerializer.SerializeToElement(terms);
        }

        return JsonSerializer.Serialize(before);
    }

    // The terms a customer had, when this portion changes them; null when it does not.
    private static List<Guid>? AttributesBefore(List<EntityEntry<CustomerAttribute>> all) =>
        all.Exists(entry => entry.State is EntityState.Added or EntityState.Deleted)
            ? [.. all.Where(entry => entry.State != EntityState.Added).Select(entry => entry.Entity.TermId)]
            : null;
}
