using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import;

/// <summary>Works out, without writing, what a file would do to the program as it stands.</summary>
internal sealed class ImportDesk(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    private const int Chunk = 5000;

    public async Task<(ImportPlan Plan, IReadOnlyList<ValueChoice> Choices, Vocabulary Words)> PlanAsync(ImportTable table, ImportSettings settings, CancellationToken ct)
    {
        var words = await Vocabulary.LoadAsync(db, ct);
        var book = settings.Kind is ImportKind.Opportunities or ImportKind.Products ? new CustomerBook([]) : await CustomerBook.LoadAsync(db, ct);
        var now = clock.UtcNow();
        var scene = new PlanScene(table, settings, words, book, ids, now, await db.ProgramDayAsync(now, ct));
        return (await PlanAsync(scene, ct), scene.Choices, words);
    }

    private async Task<ImportPlan> PlanAsync(PlanScene scene, CancellationToken ct)
    {
        if (scene.Settings.Kind == ImportKind.Customers)
        {
            return await new CustomerPlanner(scene).PlanAsync(async named => (await InChunksAsync(
                named,
                keys => db.Customers.AsNoTracking().Include(customer => customer.Attributes).Where(customer => EF.Parameter(keys).Contains(customer.Id)),
                ct)).ToDictionary(customer => customer.Id));
        }

        var named = scene.Finder?.Named() ?? [];
        switch (scene.Settings.Kind)
        {
            case ImportKind.Contacts:
                return new ContactPlanner(scene, await ContactsAsync(named, ct)).Plan();
            case ImportKind.ProductUses:
                return new ProductUsePlanner(scene, await InChunksAsync(named, keys => db.ProductUses.AsNoTracking().Where(use => EF.Parameter(keys).Contains(use.CustomerId)), ct)).Plan();
            case ImportKind.Permissions:
                return new PermissionPlanner(scene, await InChunksAsync(named, keys => db.Permissions.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.CustomerId)), ct)).Plan();
            case ImportKind.PastUses:
                return new PastUsePlanner(scene, await ContactsAsync(named, ct), await StandingAsync(named, ct)).Plan();
            case ImportKind.Products:
                return new ProductPlanner(scene).Plan();
            default:
                return new OpportunityPlanner(scene).Plan(await DealsAsync(scene.Table, scene.Settings, ct), await ProspectsAsync(scene.Table, scene.Settings, ct));
        }
    }

    private Task<List<Contact>> ContactsAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct) =>
        InChunksAsync(customers, keys => db.Contacts.AsNoTracking().Where(contact => EF.Parameter(keys).Contains(contact.CustomerId)), ct);

    // The uses that still count: by their key, which exports give, and by the mark of the row that they were imported from.
    private async Task<HashSet<Guid>> StandingAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        var entries = await InChunksAsync(
            customers,
            keys => db.LedgerEntries.AsNoTracking().Where(entry => EF.Parameter(keys).Contains(entry.CustomerId))
                .Select(entry => new { entry.UseId, Mark = entry.Source == UseSource.Import ? entry.SourceId : null, entry.Sequence, entry.State }),
            ct);
        var standing = entries.GroupBy(entry => entry.UseId).Select(use => use.MaxBy(entry => entry.Sequence)!).Where(last => last.State != UseState.Released).ToList();
        return [.. standing.Select(use => use.UseId), .. standing.Select(use => use.Mark).OfType<Guid>()];
    }

    private async Task<List<Deals.Opportunity>> DealsAsync(ImportTable table, ImportSettings settings, CancellationToken ct)
    {
        var byId = await InChunksAsync(
            Values(table, settings, Fields.ImportFields.ExternalId),
            keys => db.Opportunities.AsNoTracking().Where(deal => EF.Parameter(keys).Contains(deal.ExternalId)),
            ct);
        if (settings.Columns.ContainsKey(Fields.ImportFields.ExternalId) && table.Rows.All(row => HasCell(row, settings, Fields.ImportFields.ExternalId)))
        {
            return byId;
        }

        var names = Values(table, settings, Fields.ImportFields.Name).Select(name => TextKey.Of(name, Deals.Opportunity.NameLength * 2));
        var byName = await InChunksAsync(names, keys => db.Opportunities.AsNoTracking().Where(deal => EF.Parameter(keys).Contains(deal.NameKey)), ct);
        return [.. byId.Concat(byName).DistinctBy(deal => deal.Id)];
    }

    // A confidential customer gives nothing away, not even its industry.
    private async Task<Dictionary<string, ProspectFacts>> ProspectsAsync(ImportTable table, ImportSettings settings, CancellationToken ct)
    {
        var accounts = Values(table, settings, Fields.ImportFields.Account).Select(name => TextKey.Of(name));
        var known = await InChunksAsync(
            accounts,
            keys => db.Customers.AsNoTracking().Present()
                .Where(customer => customer.Tier != Tier.Confidential && EF.Parameter(keys).Contains(customer.NameKey))
                .Select(customer => new { customer.NameKey, Industry = customer.Industry!.Key, Region = customer.Region!.Key, customer.Employees }),
            ct);
        return known.GroupBy(one => one.NameKey, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => new ProspectFacts(group.First().Industry, group.First().Region, group.First().Employees), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Values(ImportTable table, ImportSettings settings, string field) =>
        settings.Columns.TryGetValue(field, out var column) ? table.ValuesOf(column) : [];

    private static bool HasCell(ImportRow row, ImportSettings settings, string field) =>
        settings.Columns[field] < row.Cells.Count && row.Cells[settings.Columns[field]].Length > 0;

    private static async Task<List<T>> InChunksAsync<TKey, T>(IEnumerable<TKey> values, Func<TKey[], IQueryable<T>> query, CancellationToken ct)
    {
        var found = new List<T>();
        foreach (var chunk in values.Distinct().Chunk(Chunk))
        {
            found.AddRange(await query(chunk).ToListAsync(ct));
        }

        return found;
    }
}
