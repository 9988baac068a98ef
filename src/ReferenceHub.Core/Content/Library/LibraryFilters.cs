using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>The facets of the library; one may be left out to count its own values.</summary>
internal enum LibraryFacetKind
{
    None,
    Kind,
    Language,
    Product,
    Industry,
    Confidentiality,
}

/// <summary>Narrows content to what a search asks for.</summary>
internal static class LibraryFilters
{
    /// <summary>Days without use after which content counts as unused.</summary>
    public const int UnusedDays = 180;

    /// <summary>The part of the library.</summary>
    public static IQueryable<Asset> In(this IQueryable<Asset> assets, LibraryView view, ReferenceHubDbContext db, DateTime now, DateOnly today)
    {
        var since = now.AddDays(-UnusedDays);
        var longAgo = today.AddDays(-UnusedDays);
        var soon = today.AddDays(Asset.EndsSoonDays);
        var published = assets.Where(asset => asset.State == AssetState.Published);
        return view switch
        {
            LibraryView.Drafts => assets.Where(asset => asset.State == AssetState.Draft),
            LibraryView.Withdrawn => assets.Where(asset => asset.State == AssetState.Withdrawn),
            LibraryView.Expiring => published.Where(asset => asset.ExpiresOn <= soon),
            LibraryView.ReviewDue => published.Where(asset => asset.NextReviewOn <= today),
            LibraryView.NotPermitted => published.Where(asset => !db.Assets.PermittedOn(today, db).Select(fine => fine.Id).Contains(asset.Id)),
            LibraryView.Unused => published.UsableOn(today, db)
                .Where(asset => asset.PublishedOn <= longAgo)
                .Where(asset => !db.ContentViews.Any(view => view.AssetId == asset.Id && view.At >= since))
                .Where(asset => !db.ContentShareItems.Any(item => item.AssetId == asset.Id && db.ContentShares.Any(share => share.Id == item.ShareId && share.CreatedAt >= since)))
                .Where(asset => !db.OpportunityAssets.Any(use => use.AssetId == asset.Id && use.At >= since)),
            _ => assets,
        };
    }

    /// <summary>What has every word, at the start of a word of its own, of its customer's name or of a term it is about.</summary>
    public static IQueryable<Asset> Having(this IQueryable<Asset> assets, IEnumerable<string> words, ReferenceHubDbContext db)
    {
        foreach (var word in words)
        {
            var start = word + "%";
            assets = assets.Where(asset =>
                db.AssetWords.Where(row => EF.Functions.Like(row.Word, start)).Select(row => row.AssetId).Contains(asset.Id)
                || db.Customers.Any(customer => customer.Id == asset.CustomerId && customer.NameKey.Contains(word))
                || db.AssetTerms.Any(about => about.AssetId == asset.Id && db.Terms.Any(term => term.Id == about.TermId && term.NameKey.Contains(word))));
        }

        return assets;
    }

    /// <summary>The ticked values of all facets but one.</summary>
    public static IQueryable<Asset> Ticked(this IQueryable<Asset> assets, LibrarySearch search, ReferenceHubDbContext db, LibraryFacetKind but = LibraryFacetKind.None)
    {
        if (search.CustomerId is { } customerId)
        {
            assets = assets.Where(asset => asset.CustomerId == customerId);
        }

        if (search.Kinds.Count > 0 && but != LibraryFacetKind.Kind)
        {
            assets = assets.Where(asset => search.Kinds.Contains(asset.Kind));
        }

        if (search.Languages.Count > 0 && but != LibraryFacetKind.Language)
        {
            assets = assets.Where(asset => search.Languages.Contains(asset.Language));
        }

        if (search.Confidentialities.Count > 0 && but != LibraryFacetKind.Confidentiality)
        {
            assets = assets.Where(asset => search.Confidentialities.Contains(asset.Confidentiality));
        }

        if (search.Products.Count > 0 && but != LibraryFacetKind.Product)
        {
            assets = assets.About(TermKind.Product, search.Products, db);
        }

        return search.Industries.Count > 0 && but != LibraryFacetKind.Industry ? assets.About(TermKind.Industry, search.Industries, db) : assets;
    }

    private static IQueryable<Asset> About(this IQueryable<Asset> assets, TermKind kind, IReadOnlyList<string> keys, ReferenceHubDbContext db) =>
        assets.Where(asset => db.AssetTerms.Any(about => about.AssetId == asset.Id && db.Terms.Any(term => term.Id == about.TermId && term.Kind == kind && keys.Contains(term.Key))));
}
