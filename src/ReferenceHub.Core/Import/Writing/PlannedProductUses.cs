using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>A product use to write.</summary>
internal sealed record PlannedProductUse(Guid Id, Guid CustomerId, bool IsNew, string Product, ProductUseRow Row);

/// <summary>Product uses to write.</summary>
internal sealed class PlannedProductUses(IReadOnlyList<PlannedProductUse> rows, PlanScene scene) : PlannedRows<PlannedProductUse>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedProductUse> portion, ImportRun run, CancellationToken ct)
    {
        var keys = portion.Where(planned => !planned.IsNew).Select(planned => planned.Id).ToArray();
        var existing = keys.Length == 0 ? [] : await run.Db.ProductUses.Where(use => EF.Parameter(keys).Contains(use.Id)).ToDictionaryAsync(use => use.Id, ct);
        foreach (var planned in portion)
        {
            var use = planned.IsNew ? new ProductUse(planned.Id, planned.CustomerId, planned.Row.ProductId) : existing[planned.Id];
            var before = planned.IsNew ? null : ProductUseEdit.Of(use);
            var after = planned.Row.Over(before);
            use.Describe(after.Edition, after.Deployment, after.LiveSince, after.Replaced);
            if (planned.IsNew)
            {
                run.Db.ProductUses.Add(use);
            }

            run.Record(
                SubjectKind.Customer, planned.CustomerId, planned.IsNew ? "product-added" : "product-edited", $"Imported {planned.Product}",
                before is null ? [] : EditMerge.Changes(ProductUseFields.All, before, after, scene.Names));
        }

        await run.SaveAsync(ct);
    }
}
