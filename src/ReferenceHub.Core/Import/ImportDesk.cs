using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import;

/// <summary>Works out, without writing, what a file would do to the program as it stands.</summary>
internal sealed class ImportDesk(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    private const int Chunk = 5000;

    public async Task<(ImportPlan Plan, IReadOnlyList<ValueChoice> Choices, Vocabulary Words)> PlanAsync(ImportTable table, ImportSettings settings, CancellationToken ct)
    {
        var words = await Vocabulary.LoadAsync(db, ct);
        var choices = ValueChoices.Of(table, settings, words);
        var plan = settings.Kind == ImportKind.Customers
            ? new CustomerPlanner(table, settings, words, choices, ids).Plan(await CustomersAsync(table, settings, ct), clock.UtcNow().Year)
            : new OpportunityPlanner(table, settings, words, choices, ids).Plan(await DealsAsync(table, settings, ct), await ProspectsAsync(table, settings, ct));
        return (plan, choices, words);
    }

    private async Task<List<Customer>> CustomersAsync(ImportTable table, ImportSettings settings, CancellationToken ct)
    {
        var names = Values(table, settings, Fields.ImportFields.Name).Select(name => TextKey.Of(name, Customer.NameLength * 2));
        var found = await InChunksAsync(names, keys => db.Customers.AsNoTracking().Where(customer => EF.Parameter(keys).Contains(customer.NameKey)), ct);
        var external = await InChunksAsync(
            Values(table, settings, Fields.ImportFields.ExternalId),
            keys => db.Customers.AsNoTracking().Where(customer => customer.ExternalId != null && EF.Parameter(keys).Contains(customer.ExternalId)),
            ct);
        return [.. found.Concat(external).DistinctBy(customer => customer.Id)];
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
            keys => db.Customers.AsNoTracking()
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

    private static async Task<List<T>> InChunksAsync<T>(IEnumerable<string> values, Func<string[], IQueryable<T>> query, CancellationToken ct)
    {
        var found = new List<T>();
        foreach (var chunk in values.Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            found.AddRange(await query(chunk).ToListAsync(ct));
        }

        return found;
    }
}
