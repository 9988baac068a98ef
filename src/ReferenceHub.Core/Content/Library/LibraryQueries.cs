using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Reads the library as far as the viewer may see it.</summary>
public sealed class LibraryQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int MostFacetValues = 40;

    private static readonly LibraryView[] Managed =
        [LibraryView.Drafts, LibraryView.Unused, LibraryView.Expiring, LibraryView.ReviewDue, LibraryView.NotPermitted, LibraryView.Withdrawn];

    /// <summary>One page; parts other than the whole are for those who manage content.</summary>
    public async Task<LibraryPage> PageAsync(LibrarySearch search, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(viewer);
        var terms = await TermBook.ReadAsync(db, ct);
        search = Settled(search, terms);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var seen = db.Assets.AsNoTracking().VisibleTo(viewer, db, now, today);
        var manages = viewer.Can(Right.ManageContent);
        var words = SearchWords.Asked(search.Text);
        var within = (manages ? seen.In(search.View, db, now, today) : seen).Having(words, db);
        var found = within.Ticked(search, db);
        var total = await found.CountAsync(ct);
        var page = Paging.Within(search.Page, total, LibrarySearch.PageSize);
        var rows = total == 0 ? [] : await Rows(Sorted(found, search.Sort, words, now), now).Skip((page - 1) * LibrarySearch.PageSize).Take(LibrarySearch.PageSize).ToListAsync(ct);
        return new LibraryPage(
            await MarkedAsync(rows, today, ct),
            total,
            page,
            await FacetsAsync(within, search, terms, ct),
            manages ? await ViewsAsync(seen, now, today, ct) : new Dictionary<LibraryView, int>(),
            today,
            terms);
    }

    /// <summary>Keys of everything that a search finds, in its order.</summary>
    public async Task<List<Guid>> IdsAsync(LibrarySearch search, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(viewer);
        search = Settled(search, await TermBook.ReadAsync(db, ct));
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var seen = db.Assets.AsNoTracking().VisibleTo(viewer, db, now, today);
        var words = SearchWords.Asked(search.Text);
        var found = (viewer.Can(Right.ManageContent) ? seen.In(search.View, db, now, today) : seen).Having(words, db).Ticked(search, db);
        return await Sorted(found, search.Sort, words, now).Select(asset => asset.Id).ToListAsync(ct);
    }

    // A bookmark may name a term that was merged into another since; a broader term asks for what stands below it, too.
    private static LibrarySearch Settled(LibrarySearch search, TermBook terms) => search with
    {
        Languages = Settled(terms, TermKind.Language, search.Languages),
        Products = Within(terms, TermKind.Product, search.Products),
        Industries = Within(terms, TermKind.Industry, search.Industries),
    };

    private static IReadOnlyList<string> Settled(TermBook terms, TermKind kind, IReadOnlyList<string> keys) => [.. keys.Select(key => terms.Find(kind, key)?.Key ?? key).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Within(TermBook terms, TermKind kind, IReadOnlyList<string> keys)
    {
        var tree = new TermTree(kind, terms.All);
        var chosen = keys.Select(key => terms.Find(kind, key)?.Id).OfType<Guid>().ToList();
        return [.. tree.Walk().Where(row => chosen.Exists(above => tree.IsWithin(row.Term.Id, above))).Select(row => row.Term.Key).Concat(Settled(terms, kind, keys)).Distinct(StringComparer.Ordinal)];
    }

    private IQueryable<Asset> Sorted(IQueryable<Asset> assets, LibrarySort sort, IReadOnlyList<string> words, DateTime now)
    {
        var since = now.AddDays(-LibraryFilters.UnusedDays);
        var ordered = sort switch
        {
            LibrarySort.Best when words.Count > 0 => ByWeight(assets, words),
            LibrarySort.Used => assets.OrderByDescending(asset => db.ContentViews.Count(view => view.AssetId == asset.Id && view.At >= since)),
            LibrarySort.Customer => assets.OrderBy(asset => db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.NameKey).First()),
            LibrarySort.Ends => assets.OrderBy(asset => asset.ExpiresOn == null ? 1 : 0).ThenBy(asset => asset.ExpiresOn),
            _ => assets.OrderByDescending(asset => asset.PublishedOn),
        };
        return ordered.ThenByDescending(asset => asset.PublishedOn).ThenBy(asset => asset.Id);
    }

    // One sum over the words asked for; the last is repeated so that the query has the same shape for any number.
    private IOrderedQueryable<Asset> ByWeight(IQueryable<Asset> assets, IReadOnlyList<string> words)
    {
        string At(int place) => words[Math.Min(place, words.Count - 1)] + "%";
        var (a, b, c, d, e, f) = (At(0), At(1), At(2), At(3), At(4), At(5));
        return assets.OrderByDescending(asset => db.AssetWords
            .Where(row => row.AssetId == asset.Id
                && (EF.Functions.Like(row.Word, a) || EF.Functions.Like(row.Word, b) || EF.Functions.Like(row.Word, c)
                    || EF.Functions.Like(row.Word, d) || EF.Functions.Like(row.Word, e) || EF.Functions.Like(row.Word, f)))
            .Sum(row => row.Weight));
    }

    private IQueryable<LibraryRow> Rows(IQueryable<Asset> assets, DateTime now)
    {
        var since = now.AddDays(-LibraryFilters.UnusedDays);
        return assets.Select(asset => new LibraryRow(
            asset.Id,
            asset.Kind,
            asset.Title,
            asset.Summary,
            asset.CustomerId,
            db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.Name).First(),
            asset.Language,
            asset.Confidentiality,
            asset.State,
            asset.PublishedOn,
            asset.ExpiresOn,
            asset.NextReviewOn,
            asset.FileId != null,
            asset.Link != null,
            db.ContentViews.Count(view => view.AssetId == asset.Id && view.At >= since)));
    }

    private async Task<IReadOnlyList<LibraryRow>> MarkedAsync(List<LibraryRow> rows, DateOnly today, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var usable = ids.Count == 0 ? [] : await db.Assets.Where(asset => ids.Contains(asset.Id)).UsableOn(today, db).Select(asset => asset.Id).ToListAsync(ct);
        return [.. rows.Select(row => row with { Usable = usable.Contains(row.Id) })];
    }

    private async Task<LibraryFacets> FacetsAsync(IQueryable<Asset> within, LibrarySearch search, TermBook terms, CancellationToken ct)
    {
        var kinds = await within.Ticked(search, db, LibraryFacetKind.Kind).GroupBy(asset => asset.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var languages = await within.Ticked(search, db, LibraryFacetKind.Language).GroupBy(asset => asset.Language).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var readers = await within.Ticked(search, db, LibraryFacetKind.Confidentiality).GroupBy(asset => asset.Confidentiality).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return new LibraryFacets(
            [.. kinds.OrderBy(kind => kind.Key).Select(kind => new LibraryFacet(kind.Key.ToString(), kind.Count))],
            [.. languages.OrderByDescending(language => language.Count).ThenBy(language => language.Key, StringComparer.Ordinal).Select(language => new LibraryFacet(language.Key, language.Count))],
            await TermsAsync(within.Ticked(search, db, LibraryFacetKind.Product), TermKind.Product, terms, ct),
            await TermsAsync(within.Ticked(search, db, LibraryFacetKind.Industry), TermKind.Industry, terms, ct),
            [.. readers.OrderBy(reader => reader.Key).Select(reader => new LibraryFacet(reader.Key.ToString(), reader.Count))]);
    }

    // A broader term counts what is about a narrower one, each piece once: as ticking it finds them.
    private async Task<IReadOnlyList<LibraryFacet>> TermsAsync(IQueryable<Asset> assets, TermKind kind, TermBook terms, CancellationToken ct)
    {
        var about = await db.AssetTerms
            .Where(about => assets.Select(asset => asset.Id).Contains(about.AssetId) && db.Terms.Any(term => term.Id == about.TermId && term.Kind == kind))
            .Select(about => new { about.AssetId, about.TermId })
            .ToListAsync(ct);
        var tree = new TermTree(kind, terms.All);
        return
        [
            .. about.SelectMany(row => tree.UpFrom(row.TermId).Select(term => (row.AssetId, term.Key))).Distinct()
                .CountBy(row => row.Key)
                .OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal)
                .Take(MostFacetValues)
                .Select(term => new LibraryFacet(term.Key, term.Value)),
        ];
    }

    private async Task<IReadOnlyDictionary<LibraryView, int>> ViewsAsync(IQueryable<Asset> seen, DateTime now, DateOnly today, CancellationToken ct)
    {
        var counts = new Dictionary<LibraryView, int>();
        foreach (var view in Managed)
        {
            counts[view] = await seen.In(view, db, now, today).CountAsync(ct);
        }

        return counts;
    }
}
