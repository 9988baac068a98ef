using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Anonymous names of confidential customers, from broad region, industry and size.</summary>
internal sealed class BlindNames(Dictionary<Guid, Term> terms)
{
    internal static async Task<BlindNames> LoadAsync(ReferenceHubDbContext db, CancellationToken ct) => new(
        await db.Terms.AsNoTracking().Where(term => term.Kind == TermKind.Industry || term.Kind == TermKind.Region).ToDictionaryAsync(term => term.Id, ct));

    internal string Of(Customer customer) => AnonymousName.Of(Broad(customer.RegionId)?.Name, Named(customer.IndustryId)?.Name, customer.Employees);

    private Term? Broad(Guid? id)
    {
        var term = Named(id);
        while (Named(term?.ParentId) is { } above)
        {
            term = above;
        }

        return term;
    }

    private Term? Named(Guid? id) => id is { } key ? terms.GetValueOrDefault(key) : null;
}
