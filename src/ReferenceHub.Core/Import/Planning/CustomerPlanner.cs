using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What an import of customers would do: each row held against the customers that exist, by CRM id, name and domain, or as decided.</summary>
internal sealed class CustomerPlanner(PlanScene scene)
{
    private const int Portion = 4000;
    private readonly CellReader cells = new(scene.Table, scene.Settings);
    private readonly SeenRows seen = new();
    private readonly HashSet<string> unknownOwners = new(StringComparer.OrdinalIgnoreCase);
    private readonly PlanTally tally = new();
    private long people;
    private decimal revenue;

    /// <summary>Plans the file; the customers that its rows mean are loaded a few thousand at a time, so that memory stays small.</summary>
    public async Task<ImportPlan> PlanAsync(Func<IEnumerable<Guid>, Task<Dictionary<Guid, Customer>>> load)
    {
        var planned = scene.Parents!.Made.Select(Parent).ToList();
        foreach (var rows in scene.Table.Rows.Chunk(Portion))
        {
            var existing = await load(rows.Select(row => scene.Finder!.Of(scene.Finder.KeysOf(cells, row)).Known?.Id).OfType<Guid>());
            planned.AddRange(rows.Select(row => Take(row, existing)).OfType<PlannedCustomer>());
        }

        var columns = scene.Settings.Columns;
        return scene.Plan(
            cells, tally, [new PlannedCustomers(planned, scene)],
            columns.ContainsKey(ImportFields.Name) ? [] : ["Choose the column that holds the name of the customer."],
            Notices.OfOwners(unknownOwners, "customers"),
            [
                new ImportSum("Employees", tally.Taken, columns.ContainsKey(ImportFields.Employees) ? people : null, null, 0),
                new ImportSum("Yearly revenue", tally.Taken, columns.ContainsKey(ImportFields.Revenue) ? revenue : null, "million", 0),
            ]);
    }

    private PlannedCustomer? Take(ImportRow row, IReadOnlyDictionary<Guid, Customer> existing)
    {
        var reader = new CustomerCells(cells, scene);
        if (reader.Read(row) is not { } said)
        {
            return null;
        }

        var keys = scene.Finder!.KeysOf(cells, row);
        var match = scene.Finder.Of(keys);
        if (match.LeftOut)
        {
            tally.Note(row, RowFate.LeftOut, said.Said.Name);
            return null;
        }

        var twin = keys.ExternalId is null ? null : seen.Earlier("id " + keys.ExternalId, row.Line);
        twin ??= match.Known is { } known ? seen.Earlier($"is {known.Id}", row.Line) : keys.ExternalId is null ? seen.Earlier("name " + TextKey.Of(said.Said.Name), row.Line) : null;
        if (match.Doubt is not null || twin is not null)
        {
            cells.Refuse(row, keys.ExternalId is null ? ImportFields.Name : ImportFields.ExternalId, match.Doubt ?? $"The same customer stands in row {twin} already.");
            return null;
        }

        if (cells.BadLines.Contains(row.Line))
        {
            return null;
        }

        if (reader.UnknownOwner(row) is { } stranger)
        {
            unknownOwners.Add(stranger);
        }

        return Weigh(row, said with { Renames = keys.ExternalId is not null && match.Known?.ExternalId == keys.ExternalId }, match.Known is { } found ? existing[found.Id] : null);
    }

    private PlannedCustomer? Weigh(ImportRow row, CustomerRow said, Customer? existing)
    {
        var before = existing is null ? null : CustomerEdit.Of(existing);
        var after = said.Over(before, scene.KindOf);
        people += after.Employees ?? 0;
        revenue += after.RevenueMillions ?? 0;
        if (existing is null)
        {
            tally.Note(row, RowFate.Created, after.Name, () => CustomerChanges.Between(new CustomerEdit(), ReferenceStatus.Candidate, after, said.StatusAfter(ReferenceStatus.Candidate, scene.Settings.Activate), scene.Names));
            return new PlannedCustomer(row.Line, scene.Ids.NextQuiet(), IsNew: true, said);
        }

        var changes = CustomerChanges.Between(before!, existing.Status, after, said.StatusAfter(existing.Status, scene.Settings.Activate), scene.Names);
        tally.Note(row, changes.Count == 0 ? RowFate.Unchanged : RowFate.Changed, after.Name, () => changes);
        return changes.Count == 0 ? null : new PlannedCustomer(row.Line, existing.Id, IsNew: false, said);
    }

    private PlannedCustomer Parent(string name)
    {
        tally.Note(new ImportRow(0, []), RowFate.Created, name, () => [new FieldChange("Parent company", null, "a candidate from now on")]);
        return PlannedCustomer.Named(scene.Ids.NextQuiet(), name);
    }
}
