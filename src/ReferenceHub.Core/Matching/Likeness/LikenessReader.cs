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
        foreach (var item in criteria.Items.Where(item => item.Facet == Facet.Like))
        {
            if (Guid.TryParse(item.Key, out var id) && catalog.Find(id) is { } entry)
            {
                found.Add(OfCustomer(item, entry, catalog.Terms, who));
            }
        }

        var deals = criteria.Items.Where(item => item.Facet == Facet.LikeDeal && Guid.TryParse(item.Key, out _)).ToDictionary(item => Guid.Parse(item.Key));
        if (deals.Count > 0)
        {
            var rows = await db.Opportunities.AsNoTracking().VisibleTo(viewer, db).Where(deal => deals.Keys.Contains(deal.Id)).ToListAsync(ct);
            found.AddRange(rows.Select(deal => OfDeal(deals[deal.Id], deal, catalog.Terms)));
        }

        return found.Count == 0 ? Likenesses.None : new Likenesses(found);
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
