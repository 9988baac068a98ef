using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Finds out whom "like …" means: customers in the catalog, prospects of deals that the viewer sees.</summary>
public sealed class LikenessReader(ReferenceHubDbContext db)
{
    /// <summary>The likenesses of criteria, as far as this viewer may know them.</summary>
    public async Task<Likenesses> ReadAsync(Criteria criteria, CatalogSnapshot catalog, MatchViewer who, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(catalog);
        var found = new List<Likeness>();
        foreach (var (item, id) in await SettledAsync(Named(criteria, Facet.Like), id => catalog.Find(id) is not null, MergedCustomersAsync, ct))
        {
            if (catalog.Find(id) is { } entry)
            {
                found.Add(OfCustomer(item, entry, catalog.Terms, who));
            }
        }

        var deals = Named(criteria, Facet.LikeDeal);
        if (deals.Count > 0)
        {
            var seen = await DealsAsync(deals.Select(pair => pair.Id), viewer, ct);
            var settled = await SettledAsync(deals, seen.ContainsKey, MergedDealsAsync, ct);
            seen = settled.TrueForAll(pair => seen.ContainsKey(pair.Id)) ? seen : await DealsAsync(settled.Select(pair => pair.Id), viewer, ct);
            found.AddRange(settled.Where(pair => seen.ContainsKey(pair.Id)).Select(pair => OfDeal(pair.Item, seen[pair.Id], catalog.Terms)));
        }

        return found.Count == 0 ? Likenesses.None : new Likenesses(found);
    }

    private static List<(Criterion Item, Guid Id)> Named(Criteria criteria, Facet facet) =>
        [.. criteria.Items.Where(item => item.Facet == facet && Guid.TryParse(item.Key, out _)).Select(item => (item, Guid.Parse(item.Key)))];

    // A record that was merged since is like the one that took it over.
    private static async Task<List<(Criterion Item, Guid Id)>> SettledAsync(
        List<(Criterion Item, Guid Id)> named, Func<Guid, bool> isThere, Func<List<Guid>, CancellationToken, Task<Dictionary<Guid, Guid>>> merged, CancellationToken ct)
    {
        var gone = named.Select(pair => pair.Id).Where(id => !isThere(id)).Distinct().ToList();
        if (gone.Count == 0)
        {
            return named;
        }

        var survivors = await merged(gone, ct);
        return [.. named.Select(pair => (pair.Item, survivors.GetValueOrDefault(pair.Id, pair.Id)))];
    }

    private Task<Dictionary<Guid, Guid>> MergedCustomersAsync(List<Guid> ids, CancellationToken ct) =>
        db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id) && customer.MergedIntoId != null).ToDictionaryAsync(customer => customer.Id, customer => customer.MergedIntoId!.Value, ct);

    private Task<Dictionary<Guid, Guid>> MergedDealsAsync(List<Guid> ids, CancellationToken ct) =>
        db.Opportunities.AsNoTracking().Where(deal => ids.Contains(deal.Id) && deal.MergedIntoId != null).ToDictionaryAsync(deal => deal.Id, deal => deal.MergedIntoId!.Value, ct);

    private Task<Dictionary<Guid, Opportunity>> DealsAsync(IEnumerable<Guid> ids, Viewer viewer, CancellationToken ct)
    {
        var keys = ids.Distinct().ToList();
        return db.Opportunities.AsNoTracking().VisibleTo(viewer, db).Where(deal => keys.Contains(deal.Id)).ToDictionaryAsync(deal => deal.Id, ct);
    }

    // Of a hidden customer only what its anonymous row shows: the region, neither country nor language, staff as rounded there.
    private static Likeness OfCustomer(Criterion item, CatalogEntry entry, CatalogTerms terms, MatchViewer who)
    {
        var hidden = entry.Confidential && !who.Knows(entry);
        var shown = hidden ? [.. entry.Terms.Select(term => terms.All[term].Facet == Facet.Region ? terms.RootOf(term).Index : term).Where(term => !terms.All[term].TellsCountry)] : entry.Terms;
        return new Likeness(item, hidden ? entry.AnonymousName : entry.Name, entry.Id, shown, hidden ? AnonymousName.RoundedStaff(entry.Staff) : entry.Staff);
    }

    private static Likeness OfDeal(Criterion item, Opportunity deal, CatalogTerms terms)
    {
        var named = new[] { (Facet.Industry, deal.IndustryKey), (Facet.Region, deal.RegionKey), (Facet.Size, SizeBand.Of(deal.Employees ?? 0)?.Key) }
            .Select(pair => pair.Item2 is { } key ? terms.Find(pair.Item1, key)?.Index : null);
        var product = NeedReaders.Of(terms).Read(deal.Product, NeedContext.None).Criteria.Items.Where(read => read.Facet == Facet.Product).Select(read => terms.Find(Facet.Product, read.Key)?.Index);
        return new Likeness(item, deal.AccountName ?? deal.Name, null, [.. named.Concat(product).OfType<int>().Distinct()], deal.Employees ?? 0);
    }
}
