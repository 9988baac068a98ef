using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Products that customers run.</summary>
public sealed class ProductUseService(ReferenceHubDbContext db, IIds ids, HistoryLog history)
{
    private static readonly EditNames NoNames = new(new Dictionary<Guid, string>());

    /// <summary>Adds a product; each stands once.</summary>
    public Task<Outcome> AddAsync(Guid customerId, ProductUseEdit edit, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return db.WriteAsync(
            async ct =>
            {
                await EditableAsync(customerId, by, ct);
                var product = (await TermBook.ReadAsync(db, ct)).Find(edit.ProductId ?? Guid.Empty) is { Kind: TermKind.Product } known ? known : throw new MissingException("product");
                if (await db.ProductUses.AnyAsync(use => use.CustomerId == customerId && use.ProductId == product.Id, ct))
                {
                    return Outcome.Refuse($"{product.Name} is on the record already. Edit it there.", nameof(ProductUseEdit.ProductId));
                }

                var use = new ProductUse(ids.Next(), customerId, product.Id);
                use.Describe(edit.Edition, edit.Deployment, edit.LiveSince, edit.Replaced);
                db.ProductUses.Add(use);
                history.Record(by, SubjectKind.Customer, customerId, "product-added", $"Added {product.Name}", EditMerge.Changes(ProductUseFields.All, new ProductUseEdit(), edit, NoNames));
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>The product use as a form shows it, for somebody who may edit it.</summary>
    public async Task<(ProductUseEdit Edit, int Version, string Product)> ReadAsync(Guid customerId, Guid useId, Viewer by, CancellationToken ct)
    {
        await EditableAsync(customerId, by, ct);
        var use = await LoadAsync(customerId, useId, ct);
        return (ProductUseEdit.Of(use), use.Version, use.Product!.Name);
    }

    /// <summary>Saves an edit; one that meets another edit comes back field by field.</summary>
    public Task<EditOutcome<ProductUseEdit>> EditAsync(Guid customerId, Guid useId, ProductUseEdit edit, EditMark<ProductUseEdit> mark, Viewer by, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            await EditableAsync(customerId, by, ct);
            var use = await LoadAsync(customerId, useId, ct);
            var saved = ProductUseEdit.Of(use);
            var (settled, clash) = EditMerge.Settle(ProductUseFields.All, edit, mark, saved, use.Version, NoNames);
            if (clash is not null)
            {
                return EditOutcome<ProductUseEdit>.Met(clash);
            }

            var changes = EditMerge.Changes(ProductUseFields.All, saved, settled, NoNames);
            if (changes.Count > 0)
            {
                use.Describe(settled.Edition, settled.Deployment, settled.LiveSince, settled.Replaced);
                history.Record(by, SubjectKind.Customer, customerId, "product-edited", $"Changed {use.Product!.Name}", changes);
                await db.SaveChangesAsync(ct);
            }

            return EditOutcome<ProductUseEdit>.Done;
        },
        ct);

    /// <summary>Takes a product off the record.</summary>
    public async Task RemoveAsync(Guid customerId, Guid useId, Viewer by, CancellationToken ct)
    {
        await EditableAsync(customerId, by, ct);
        var use = await LoadAsync(customerId, useId, ct);
        db.ProductUses.Remove(use);
        history.Record(
            by, SubjectKind.Customer, customerId, "product-removed", $"Removed {use.Product!.Name}",
            EditMerge.Changes(ProductUseFields.All, ProductUseEdit.Of(use), new ProductUseEdit(), NoNames));
        await db.SaveChangesAsync(ct);
    }

    private async Task EditableAsync(Guid customerId, Viewer by, CancellationToken ct) =>
        by.MustEdit(await db.Customers.SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer"));

    private async Task<ProductUse> LoadAsync(Guid customerId, Guid useId, CancellationToken ct) =>
        await db.ProductUses.Include(use => use.Product).SingleOrDefaultAsync(use => use.Id == useId && use.CustomerId == customerId, ct) ?? throw new MissingException("product use");
}
