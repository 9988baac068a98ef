using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Industry and region of customers.</summary>
internal sealed class CustomerPlace(ReferenceHubDbContext db, HistoryLog history) : ITermPlace
{
    public string One => "customer";

    public string Many => "customers";

    public bool Names(TermKind kind) => kind is TermKind.Industry or TermKind.Region;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var named = kind == TermKind.Industry ? db.Customers.Select(customer => customer.IndustryId) : db.Customers.Select(customer => customer.RegionId);
        var ids = terms.Ids();
        return await named.Where(id => id != null && EF.Parameter(ids).Contains(id.Value)).GroupBy(id => id!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var isIndustry = from.Kind == TermKind.Industry;
        var customers = await db.Customers.Where(customer => isIndustry ? customer.IndustryId == from.Id : customer.RegionId == from.Id).ToListAsync(ct);
        foreach (var customer in customers)
        {
            customer.Reclassify(isIndustry ? to.Id : customer.IndustryId, isIndustry ? customer.RegionId : to.Id);
            history.Record(by, SubjectKind.Customer, customer.Id, "term-merged", $"{from.Name} became {to.Name}", new FieldChange(isIndustry ? "Industry" : "Country or region", from.Name, to.Name));
        }

        return customers.Count;
    }
}

/// <summary>Attributes of customers.</summary>
internal sealed class AttributePlace(ReferenceHubDbContext db, HistoryLog history) : ITermPlace
{
    public string One => "customer";

    public string Many => "customers";

    public bool Names(TermKind kind) => kind is TermKind.Platform or TermKind.Deployment or TermKind.Integration or TermKind.Language or TermKind.UseCase;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var ids = terms.Ids();
        return await db.CustomerAttributes.Where(attribute => EF.Parameter(ids).Contains(attribute.TermId)).GroupBy(attribute => attribute.TermId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var attributes = await db.CustomerAttributes.Where(attribute => attribute.TermId == from.Id).ToListAsync(ct);
        var have = await db.CustomerAttributes.Where(attribute => attribute.TermId == to.Id).Select(attribute => attribute.CustomerId).ToHashSetAsync(ct);
        db.CustomerAttributes.RemoveRange(attributes);
        db.CustomerAttributes.AddRange(attributes.Where(attribute => !have.Contains(attribute.CustomerId)).Select(attribute => new CustomerAttribute(attribute.CustomerId, to.Id)));
        foreach (var attribute in attributes)
        {
            history.Record(by, SubjectKind.Customer, attribute.CustomerId, "term-merged", $"{from.Name} became {to.Name}", new FieldChange("Attributes", from.Name, to.Name));
        }

        return attributes.Count;
    }
}

/// <summary>Products that customers run; a customer that runs both gets one use that knows what either knew.</summary>
internal sealed class ProductUsePlace(ReferenceHubDbContext db, HistoryLog history) : ITermPlace
{
    public string One => "customer";

    public string Many => "customers";

    public bool Names(TermKind kind) => kind == TermKind.Product;

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var ids = terms.Ids();
        return await db.ProductUses.Where(use => EF.Parameter(ids).Contains(use.ProductId)).GroupBy(use => use.ProductId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }

    public async Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct)
    {
        var uses = await db.ProductUses.Where(use => use.ProductId == from.Id).ToListAsync(ct);
        var kept = await db.ProductUses.Where(use => use.ProductId == to.Id && db.ProductUses.Any(other => other.CustomerId == use.CustomerId && other.ProductId == from.Id))
            .ToDictionaryAsync(use => use.CustomerId, ct);
        foreach (var use in uses)
        {
            if (kept.TryGetValue(use.CustomerId, out var own))
            {
                own.Describe(own.Edition ?? use.Edition, own.Deployment ?? use.Deployment, Earlier(own.LiveSince, use.LiveSince), own.Replaced ?? use.Replaced);
                db.ProductUses.Remove(use);
            }
            else
            {
                use.Rename(to.Id);
            }

            history.Record(
                by, SubjectKind.Customer, use.CustomerId, "term-merged",
                own is null ? $"Product {from.Name} became {to.Name}" : $"Product {from.Name} joined {to.Name}, which was on the record too",
                new FieldChange("Product", from.Name, to.Name));
        }

        return uses.Count;
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
