using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>A customer that acts as a reference, as limits see it.</summary>
/// <param name="Name">Company name.</param>
/// <param name="NameKey">Folded name, for sorting.</param>
/// <param name="Status">Active or paused.</param>
/// <param name="Subject">What limits need to know.</param>
public sealed record RosterCustomer(string Name, string NameKey, ReferenceStatus Status, UsageSubject Subject)
{
    /// <summary>Key.</summary>
    public Guid Id => Subject.CustomerId;
}

/// <summary>Reads all customers that act as references, active or paused, with what limits need of them.</summary>
public sealed class Roster(ReferenceHubDbContext db)
{
    /// <summary>Those of one industry and region (broader terms hold the narrower), or all.</summary>
    public async Task<IReadOnlyList<RosterCustomer>> ReadAsync(Guid? industryId, Guid? regionId, CancellationToken ct)
    {
        var parents = await db.Terms.Where(term => term.Kind == TermKind.Industry || term.Kind == TermKind.Region)
            .Select(term => new { term.Id, term.ParentId }).ToDictionaryAsync(term => term.Id, term => term.ParentId, ct);
        var customers = await db.Customers.AsNoTracking().Present()
            .Where(customer => customer.Status == ReferenceStatus.Active || customer.Status == ReferenceStatus.Paused)
            .Select(customer => new { customer.Id, customer.Name, customer.NameKey, customer.Status, customer.Tier, customer.PausedUntil, customer.IndustryId, customer.RegionId, customer.RenewalOn, customer.OpenEscalations })
            .ToListAsync(ct);
        var contacts = (await db.Contacts.AsNoTracking().Where(contact => contact.LeftAt == null)
            .Select(contact => new { contact.CustomerId, contact.Id, contact.Willing, contact.MinutesPerQuarter, contact.UsesPerQuarter, contact.PausedUntil }).ToListAsync(ct))
            .ToLookup(contact => contact.CustomerId, contact => new UsageContact(contact.Id, contact.Willing.ToHashSet(), contact.MinutesPerQuarter, contact.PausedUntil, contact.UsesPerQuarter));
        var products = (await db.ProductUses.AsNoTracking().Select(use => new { use.CustomerId, use.ProductId }).ToListAsync(ct))
            .ToLookup(use => use.CustomerId, use => use.ProductId);
        return
        [
            .. customers.Select(customer => new RosterCustomer(customer.Name, customer.NameKey, customer.Status, new UsageSubject(
                    customer.Id, customer.Tier, Segments.Of(customer.IndustryId, customer.RegionId, products[customer.Id], parents), [.. contacts[customer.Id]], customer.PausedUntil) { RenewalOn = customer.RenewalOn, Escalated = customer.OpenEscalations > 0 }))
                .Where(customer => (industryId is null || customer.Subject.SegmentIds.Contains(industryId.Value))
                    && (regionId is null || customer.Subject.SegmentIds.Contains(regionId.Value))),
        ];
    }
}
