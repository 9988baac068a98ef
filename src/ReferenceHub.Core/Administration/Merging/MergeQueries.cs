using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Puts two records side by side, for those who edit any customer.</summary>
public sealed class MergeQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>The comparison; 404 when one of them is no record in use.</summary>
    public async Task<MergeComparison> CompareAsync(Guid survivorId, Guid otherId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.EditAnyCustomer);
        var (survivor, other) = await PairAsync(db, survivorId, otherId, ct);
        return await OfAsync(db, survivor, other, await db.ProgramDayAsync(clock.UtcNow(), ct), ct);
    }

    internal static async Task<(Customer Survivor, Customer Other)> PairAsync(ReferenceHubDbContext db, Guid survivorId, Guid otherId, CancellationToken ct)
    {
        var records = await db.Customers.AsSplitQuery()
            .Include(customer => customer.Owner)
            .Include(customer => customer.Contacts)
            .Include(customer => customer.Products)
            .Include(customer => customer.Attributes)
            .Include(customer => customer.Permissions)
            .Where(customer => customer.Id == survivorId || customer.Id == otherId).ToListAsync(ct);
        var survivor = records.Find(customer => customer.Id == survivorId);
        var other = records.Find(customer => customer.Id == otherId);
        return survivor is null || other is null || survivor == other ? throw new MissingException("customer") : (survivor, other);
    }

    internal static async Task<MergeComparison> OfAsync(ReferenceHubDbContext db, Customer survivor, Customer other, DateOnly today, CancellationToken ct)
    {
        var names = await EditNames.ReadAsync(db, [survivor.OwnerId, other.OwnerId], ct);
        var parts = await MergeParts.ReadAsync(db, survivor, other, ct);
        return new MergeComparison(
            Record(survivor), Record(other),
            MergeDifferences.OfFields(survivor, other, names),
            MergeDifferences.OfPermissions(survivor, other, today),
            [.. other.Contacts.Where(contact => parts.Joined.ContainsKey(contact.Id)).Select(contact => contact.Name)],
            parts.Count(survivor, other),
            await BlockedAsync(db, survivor, other, ct));
    }

    internal static async Task<List<string>> BlockedAsync(ReferenceHubDbContext db, Customer survivor, Customer other, CancellationToken ct)
    {
        foreach (var record in new[] { survivor, other })
        {
            if (record.MergedIntoId is { } into)
            {
                var name = await db.Customers.Where(customer => customer.Id == into).Select(customer => customer.Name).SingleAsync(ct);
                return [$"{record.Name} was merged into {name} already. Look at that record, and merge it if need be."];
            }

            if (record.ArchivedAt is not null)
            {
                return [$"{record.Name} is archived. Restore it first."];
            }
        }

        var open = await OpenUses.OfAsync(db, [survivor.Id, other.Id], ct);
        return
        [
            .. open.GroupBy(use => use.Number).Where(request => request.Select(use => use.CustomerId).Distinct().Count() > 1)
                .Select(request => $"Both are candidates of request {request.First().InWords}. Withdraw one of them first."),
        ];
    }

    private static MergeRecord Record(Customer customer) => new(customer.Id, customer.Name, customer.Version, customer.Owner?.Name, customer.CreatedAt, customer.IsConfidential);
}
