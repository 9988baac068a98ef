using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What one row says of a product use; null where it says nothing.</summary>
internal sealed record ProductUseRow(Guid ProductId, string? Edition, string? Deployment, DateOnly? LiveSince, string? Replaced)
{
    /// <summary>The row laid over what is known.</summary>
    public ProductUseEdit Over(ProductUseEdit? before) => new()
    {
        ProductId = ProductId,
        Edition = Edition ?? before?.Edition,
        Deployment = Deployment ?? before?.Deployment,
        LiveSince = LiveSince ?? before?.LiveSince,
        Replaced = Replaced ?? before?.Replaced,
    };
}

/// <summary>What an import of product uses would do: a customer runs each product once.</summary>
internal sealed class ProductUsePlanner(PlanScene scene, IReadOnlyCollection<ProductUse> existing) : PartPlanner<PlannedProductUse>(scene)
{
    private readonly Dictionary<(Guid, Guid), ProductUse> known = existing.ToDictionary(use => (use.CustomerId, use.ProductId));

    protected override IEnumerable<string> NeededColumns() =>
        Scene.Settings.Columns.ContainsKey(ImportFields.Product) ? [] : ["Choose the column that holds the product."];

    protected override IPlannedRows Rows(IReadOnlyList<PlannedProductUse> planned) => new PlannedProductUses(planned, Scene);

    protected override PlannedProductUse? Take(ImportRow row, Belongs customer)
    {
        var word = Cells.Text(row, ImportFields.Product);
        if (word is null)
        {
            if (!Cells.BadLines.Contains(row.Line))
            {
                Cells.Refuse(row, ImportFields.Product, "The product is missing.");
            }

            return null;
        }

        if (IsSkipped(row, ImportFields.Product))
        {
            Tally.Note(row, RowFate.LeftOut, $"{word}, {customer.Name}");
            return null;
        }

        var product = Scene.Terms.Of(ImportFields.Product, word);
        var said = product is null ? null : new ProductUseRow(
            product.Id, Cells.Text(row, ImportFields.Edition), Cells.Text(row, ImportFields.Deployment), Cells.Date(row, ImportFields.LiveSince), Cells.Text(row, ImportFields.Replaced));
        if (said is null || Cells.BadLines.Contains(row.Line))
        {
            return null;
        }

        if (Seen.Earlier($"{customer.CustomerId} {product!.Id}", row.Line) is { } twin)
        {
            Cells.Refuse(row, ImportFields.Product, $"This product of this customer stands in row {twin} already.");
            return null;
        }

        var before = known.GetValueOrDefault((customer.CustomerId, product.Id));
        var changes = EditMerge.Changes(ProductUseFields.All, before is null ? new ProductUseEdit() : ProductUseEdit.Of(before), said.Over(before is null ? null : ProductUseEdit.Of(before)), Scene.Names);
        Tally.Note(row, before is null ? RowFate.Created : changes.Count == 0 ? RowFate.Unchanged : RowFate.Changed, $"{product.Name}, {customer.Name}", () => changes);
        return before is not null && changes.Count == 0 ? null : new PlannedProductUse(before?.Id ?? Scene.Ids.Next(), customer.CustomerId, before is null, product.Name, said);
    }
}
