using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Reads catalog entries from the database, all of them as a stream or those of some customers.</summary>
internal sealed class CatalogReader(ReferenceHubDbContext db, CatalogTerms terms, DateOnly today)
{
    public static async Task<CatalogTerms> TermsAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        var rows = await db.Terms.AsNoTracking().OrderBy(term => term.Order).ThenBy(term => term.NameKey).ToListAsync(ct);
        var keys = rows.ToDictionary(term => term.Id, term => term.Key);
        return CatalogTerms.Of(rows.Select(term => new LooseTerm(
            TermFacets.FacetOf(term.Kind),
            term.Key,
            term.Name,
            term.ParentId is { } parent ? keys.GetValueOrDefault(parent) : null,
            term.Aliases)
        {
            Id = term.Id,
            Retired = term.Retired,
            MergedInto = term.MergedIntoId,
        }).Concat(TermFacets.Sizes));
    }

    public async IAsyncEnumerable<CatalogEntry> ReadAsync(IReadOnlyCollection<Guid>? only, [EnumeratorCancellation] CancellationToken ct)
    {
        var facts = await FactsAsync(only, ct);
        var customers = db.Customers.AsNoTracking().Present();
        if (only is not null)
        {
            customers = customers.Where(customer => only.Contains(customer.Id));
        }

        var rows = customers.Select(customer => new CustomerRow(
            customer.Id, customer.Name, customer.City, customer.OwnerId, customer.Tier, customer.Status, customer.PausedUntil,
            customer.Employees, customer.VerifiedAt, customer.IndustryId, customer.RegionId, customer.RenewalOn, customer.OpenEscalations)).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            yield return facts.EntryOf(row, terms);
        }
    }

    private async Task<CustomerFactTables> FactsAsync(IReadOnlyCollection<Guid>? only, CancellationToken ct) => new(
        await ChildFacts<(Guid Product, DateOnly? LiveSince)>.ReadAsync(
            Of(db.ProductUses, only).Select(use => new { use.CustomerId, use.ProductId, use.LiveSince }).AsAsyncEnumerable()
                .Select(use => (use.CustomerId, (use.ProductId, use.LiveSince))), ct),
        await ChildFacts<Guid>.ReadAsync(
            Of(db.CustomerAttributes, only).Select(attribute => new { attribute.CustomerId, attribute.TermId }).AsAsyncEnumerable()
                .Select(attribute => (attribute.CustomerId, attribute.TermId)), ct),
        await ChildFacts<PermissionScope>.ReadAsync(
            Of(db.Permissions, only).Where(permission => permission.Status == PermissionStatus.Denied)
                .Select(permission => new { permission.CustomerId, permission.Scope }).AsAsyncEnumerable()
                .Select(permission => (permission.CustomerId, permission.Scope)), ct),
        await ChildFacts<ContactRow>.ReadAsync(
            Of(db.Contacts, only).Where(contact => contact.LeftAt == null)
                .Select(contact => new { contact.CustomerId, Row = new ContactRow(contact.Id, contact.Willing, contact.Languages, contact.Topics, contact.ZoneId, contact.MinutesPerQuarter, contact.UsesPerQuarter, contact.PausedUntil) }).AsAsyncEnumerable()
                .Select(contact => (contact.CustomerId, contact.Row)), ct),
        await ChildFacts<int>.ReadAsync(
            Of(db.Assets, only).UsableOn(today, db)
                .GroupBy(asset => asset.CustomerId).Select(assets => new { CustomerId = assets.Key, Count = assets.Count() }).AsAsyncEnumerable()
                .Select(assets => (assets.CustomerId, assets.Count)), ct),
        await ChildFacts<CatalogRelease>.ReadAsync(
            Releases(only).Select(release => new { release.CustomerId, release.UserId, release.EndsAt }).AsAsyncEnumerable()
                .Select(release => (release.CustomerId, new CatalogRelease(release.UserId, release.EndsAt))), ct));

    private static IQueryable<T> Of<T>(DbSet<T> rows, IReadOnlyCollection<Guid>? only)
        where T : class, ICatalogPart =>
        only is null ? rows.AsNoTracking() : rows.AsNoTracking().Where(row => only.Contains(EF.Property<Guid>(row, nameof(ICatalogPart.CustomerId))));

    // Only a hidden name can be released.
    private IQueryable<ContactRelease> Releases(IReadOnlyCollection<Guid>? only)
    {
        var releases = db.ContactReleases.AsNoTracking()
            .Where(release => db.Customers.Any(customer => customer.Id == release.CustomerId && customer.Tier == Tier.Confidential));
        return only is null ? releases : releases.Where(release => only.Contains(release.CustomerId));
    }
}
