using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What an import of our products would do: each a word of the taxonomy, with its other names.</summary>
internal sealed class ProductPlanner(PlanScene scene)
{
    private readonly CellReader cells = new(scene.Table, scene.Settings);
    private readonly PlanTally tally = new();
    private readonly SeenRows seen = new();

    public ImportPlan Plan()
    {
        var planned = new List<PlannedProduct>();
        var keys = scene.Words.Of(TermKind.Product).Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in scene.Table.Rows)
        {
            if (Take(row, keys) is { } next)
            {
                planned.Add(next);
            }
        }

        return scene.Plan(
            cells, tally, [new PlannedProducts(planned)],
            scene.Settings.Columns.ContainsKey(ImportFields.Product) ? [] : ["Choose the column that holds the name of the product."]);
    }

    private PlannedProduct? Take(ImportRow row, HashSet<string> keys)
    {
        var name = cells.Text(row, ImportFields.Product);
        if (name is null && cells.Cell(row, ImportFields.Product).Length == 0 && scene.Settings.Columns.ContainsKey(ImportFields.Product))
        {
            cells.Refuse(row, ImportFields.Product, "The name is missing.");
        }

        var aliases = cells.Many(row, ImportFields.Aliases) ?? [];
        if (name is null || cells.BadLines.Contains(row.Line))
        {
            return null;
        }

        var known = scene.Words.Named(TermKind.Product, name);
        if (seen.Earlier(known?.Key ?? TextKey.Of(name), row.Line) is { } twin)
        {
            cells.Refuse(row, ImportFields.Product, $"The same product stands in row {twin} already.");
            return null;
        }

        string[] fresh = [.. aliases.Where(alias => alias.Length <= Term.NameLength && known?.GoesBy(TextKey.Of(alias)) != true && TextKey.Of(alias) != TextKey.Of(name))];
        tally.Note(
            row, known is null ? RowFate.Created : fresh.Length == 0 ? RowFate.Unchanged : RowFate.Changed, known?.Name ?? name,
            () => fresh.Length == 0 ? [] : [new FieldChange("Other names", known is null ? null : string.Join(", ", known.Aliases), string.Join(", ", (known?.Aliases ?? []).Concat(fresh)))]);
        return known is null ? new PlannedProduct(scene.Ids.Next(), TermKeys.For(name, keys), name, fresh)
            : fresh.Length == 0 ? null
            : new PlannedProduct(known.Id, null, known.Name, fresh);
    }
}
