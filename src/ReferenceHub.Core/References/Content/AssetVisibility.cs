using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Which content may be used, and who sees which; the guard of the library, of profiles, of matching and of shares. <see cref="AssetUsability"/> says why not.</summary>
public static class AssetVisibility
{
    /// <summary>Content that may be used on a day: published, begun and not ended, with a granted and valid permission of a customer that may be used.</summary>
    public static IQueryable<Asset> UsableOn(this IQueryable<Asset> assets, DateOnly day, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return assets
            .InUseOn(day)
            .PermittedOn(day, db)
            .Where(asset => db.Customers.Present().Any(customer => customer.Id == asset.CustomerId && customer.Status != ReferenceStatus.DoNotUse));
    }

    /// <summary>Content that is published, begun and not ended; whether it may be is another question.</summary>
    public static IQueryable<Asset> InUseOn(this IQueryable<Asset> assets, DateOnly day) =>
        assets.Where(asset => asset.State == AssetState.Published && asset.PublishedOn <= day && (asset.ExpiresOn == null || asset.ExpiresOn >= day));

    /// <summary>Content whose customer has granted what its kind needs, and still does.</summary>
    public static IQueryable<Asset> PermittedOn(this IQueryable<Asset> assets, DateOnly day, ReferenceHubDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var stories = AssetConsent.KindsOf(PermissionScope.Story);
        var quotes = AssetConsent.KindsOf(PermissionScope.Quote);
        var logos = AssetConsent.KindsOf(PermissionScope.Logo);
        var videos = AssetConsent.KindsOf(PermissionScope.Video);
        return assets.Where(asset => db.Permissions.Any(permission =>
            permission.CustomerId == asset.CustomerId
            && permission.Status == PermissionStatus.Granted
            && (permission.ValidUntil == null || permission.ValidUntil >= day)
            && ((permission.Scope == PermissionScope.Story && stories.Contains(asset.Kind))
                || (permission.Scope == PermissionScope.Quote && quotes.Contains(asset.Kind))
                || (permission.Scope == PermissionScope.Logo && logos.Contains(asset.Kind))
                || (permission.Scope == PermissionScope.Video && videos.Contains(asset.Kind)))));
    }

    /// <summary>Content in this viewer's sight: all for who manages content; else what may be used, of customers whose name they see.</summary>
    public static IQueryable<Asset> VisibleTo(this IQueryable<Asset> assets, Viewer viewer, ReferenceHubDbContext db, DateTime now, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        if (viewer.Can(Right.ManageContent))
        {
            return assets.Where(asset => db.Customers.Present().Any(customer => customer.Id == asset.CustomerId));
        }

        var named = db.Customers.NamedFor(viewer, db, now);
        return assets.UsableOn(today, db).Where(asset => named.Any(customer => customer.Id == asset.CustomerId));
    }

    /// <summary>Content that may be sent to a prospect by this viewer; the permission's regions and channels come on top.</summary>
    public static IQueryable<Asset> ShareableBy(this IQueryable<Asset> assets, Viewer viewer, ReferenceHubDbContext db, DateTime now, DateOnly today) =>
        assets.UsableOn(today, db).VisibleTo(viewer, db, now, today).Where(asset => asset.Confidentiality != Confidentiality.Internal);
}
