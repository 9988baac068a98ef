using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>A customer that a requester would like to be asked, as the reader may name it.</summary>
public sealed record PreferredCustomer(Guid Id, string Name, bool NameHidden);

/// <summary>Names the customers that a requester would like to be asked: a wish, not an ask.</summary>
public sealed class PreferredCustomers(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Those of these keys that are there, in their order; a hidden name is the anonymous one.</summary>
    public async Task<IReadOnlyList<PreferredCustomer>> NamesAsync(IReadOnlyCollection<Guid> ids, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
        {
            return [];
        }

        var wanted = ids.Distinct().Take(ReferenceRequest.MostPreferred).ToList();
        var customers = await db.Customers.AsNoTracking().Present().Where(customer => wanted.Contains(customer.Id)).ToListAsync(ct);
        var named = await db.Customers.NamedFor(viewer, db, clock.UtcNow()).Where(customer => wanted.Contains(customer.Id)).Select(customer => customer.Id).ToListAsync(ct);
        var blind = named.Count == customers.Count ? null : await TermBook.ReadAsync(db, ct);
        return
        [
            .. wanted.Select(id => customers.Find(customer => customer.Id == id)).OfType<Customer>().Select(customer => named.Contains(customer.Id)
                ? new PreferredCustomer(customer.Id, customer.Name, NameHidden: false)
                : new PreferredCustomer(customer.Id, ProfileMask.BlindName(customer, blind!), NameHidden: true)),
        ];
    }
}
