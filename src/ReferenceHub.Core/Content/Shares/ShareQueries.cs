using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>One share in a list.</summary>
public sealed record ShareLine(
    Guid Id, string Recipient, string By, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt, bool HasPassword, int Assets, string FirstTitle, int Opened, int Downloaded, int Followed, DateTime? LastAt)
{
    /// <summary>Open, Expired or Revoked.</summary>
    public ShareStanding StandingAt(DateTime now) => RevokedAt is not null ? ShareStanding.Revoked : now >= ExpiresAt ? ShareStanding.Expired : ShareStanding.Open;
}

/// <summary>How a share stands.</summary>
public enum ShareStanding
{
    /// <summary>Its addresses work.</summary>
    Open,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,
}

/// <summary>A page of shares.</summary>
public sealed record SharePage(IReadOnlyList<ShareLine> Rows, int Total, int Page, DateTime Now)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 25;
}

/// <summary>What was done with one piece of content of a share.</summary>
public sealed record SharedAsset(Guid Id, AssetKind Kind, string Title, string? WhyHidden, int Opened, int Downloaded, int Followed);

/// <summary>What happened on one day of the program; a share of several pieces is opened as such, too.</summary>
public sealed record ShareDay(DateOnly Day, int Opened, int Downloaded, int Followed, int Visitors);

/// <summary>A share with its statistics.</summary>
public sealed record ShareDetail(ShareLine Line, string? Message, Guid? OpportunityId, string? OpportunityName, IReadOnlyList<SharedAsset> Assets, IReadOnlyList<ShareDay> Days, int Visitors, DateTime Now);

/// <summary>Reads shares as far as the viewer may see them.</summary>
public sealed class ShareQueries(ReferenceHubDbContext db, TimeProvider clock, ShareRules rules)
{
    private const int MostBeside = 20;
    private const int MostViews = 5000;

    /// <summary>The program's date.</summary>
    public Task<DateOnly> TodayAsync(CancellationToken ct) => db.ProgramDayAsync(clock.UtcNow(), ct);

    /// <summary>What somebody chose, sorted into what may be shared for a deal in their sight and what may not.</summary>
    public async Task<ShareSelection> SelectionAsync(IReadOnlyList<Guid> assetIds, Guid? dealId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.ShareContent);
        var deal = await db.Opportunities.VisibleTo(viewer, db).Where(deal => deal.Id == dealId).Select(deal => (Guid?)deal.Id).SingleOrDefaultAsync(ct);
        return await rules.SortAsync(assetIds, viewer, deal, clock.UtcNow(), ct);
    }

    /// <summary>One page, the latest first: one's own, or everybody's for those who manage content.</summary>
    public async Task<SharePage> PageAsync(bool everybodys, int page, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.ShareContent);
        var me = viewer.UserId;
        var shares = db.ContentShares.AsNoTracking().VisibleTo(viewer);
        if (!everybodys)
        {
            shares = shares.Where(share => share.CreatedById == me);
        }

        var total = await shares.CountAsync(ct);
        var shown = Paging.Within(page, total, SharePage.Size);
        return new SharePage(await Lines(shares).Skip((shown - 1) * SharePage.Size).Take(SharePage.Size).ToListAsync(ct), total, shown, clock.UtcNow());
    }

    /// <summary>Shares of a piece of content.</summary>
    public async Task<IReadOnlyList<ShareLine>> OfAssetAsync(Guid assetId, Viewer viewer, CancellationToken ct) =>
        await Lines(db.ContentShares.AsNoTracking().VisibleTo(viewer).Where(share => share.Items.Any(item => item.AssetId == assetId))).Take(MostBeside).ToListAsync(ct);

    /// <summary>Shares for a deal.</summary>
    public async Task<IReadOnlyList<ShareLine>> OfDealAsync(Guid dealId, Viewer viewer, CancellationToken ct) =>
        await Lines(db.ContentShares.AsNoTracking().VisibleTo(viewer).Where(share => share.OpportunityId == dealId)).Take(MostBeside).ToListAsync(ct);

    /// <summary>One share; missing when it is somebody else's.</summary>
    public async Task<ShareDetail> DetailAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var share = await db.ContentShares.AsNoTracking().Include(share => share.Items).VisibleTo(viewer).SingleOrDefaultAsync(share => share.Id == id, ct) ?? throw new MissingException("share");
        var line = await Lines(db.ContentShares.AsNoTracking().Where(row => row.Id == id)).SingleAsync(ct);
        var now = clock.UtcNow();
        var zone = await db.ProgramZoneAsync(ct);
        var views = await db.ContentViews.AsNoTracking().Where(view => view.ShareId == id).OrderByDescending(view => view.At).Take(MostViews)
            .Select(view => new { view.AssetId, view.Kind, view.Visitor, view.At }).ToListAsync(ct);
        return new ShareDetail(
            line,
            share.Message,
            share.OpportunityId,
            await db.Opportunities.VisibleTo(viewer, db).Where(deal => deal.Id == share.OpportunityId).Select(deal => deal.Name).SingleOrDefaultAsync(ct),
            await AssetsAsync(share, viewer, now, (asset, kind) => views.Count(view => view.AssetId == asset && view.Kind == kind), ct),
            [
                .. views.GroupBy(view => Zones.DateIn(zone, view.At)).OrderByDescending(day => day.Key).Select(day => new ShareDay(
                    day.Key,
                    day.Count(view => view.Kind == ContentViewKind.Opened),
                    day.Count(view => view.Kind == ContentViewKind.Downloaded),
                    day.Count(view => view.Kind == ContentViewKind.Followed),
                    day.Select(view => view.Visitor).Distinct(StringComparer.Ordinal).Count())),
            ],
            views.Select(view => view.Visitor).Distinct(StringComparer.Ordinal).Count(),
            now);
    }

    // Shown as the prospect would get it now: what its sender may not share any more is said to be hidden.
    private async Task<IReadOnlyList<SharedAsset>> AssetsAsync(ContentShare share, Viewer viewer, DateTime now, Func<Guid, ContentViewKind, int> count, CancellationToken ct)
    {
        var sender = share.CreatedById == viewer.UserId ? viewer : (await db.Users.AsNoTracking().SingleAsync(user => user.Id == share.CreatedById, ct)).AsViewer();
        var ids = share.Items.OrderBy(item => item.Place).Select(item => item.AssetId).ToList();
        var selection = await rules.SortAsync(ids, sender, share.OpportunityId, now, ct);
        var today = await db.ProgramDayAsync(now, ct);
        var seen = await db.Assets.AsNoTracking().VisibleTo(viewer, db, now, today).Where(asset => ids.Contains(asset.Id)).Select(asset => new { asset.Id, asset.Kind, asset.Title }).ToDictionaryAsync(asset => asset.Id, ct);
        return
        [
            .. ids.Select(id => new SharedAsset(
                id,
                seen.GetValueOrDefault(id)?.Kind ?? AssetKind.Document,
                seen.GetValueOrDefault(id)?.Title ?? "Content that you see no more",
                selection.Fine.Any(asset => asset.Id == id) ? null
                    : selection.Refused.FirstOrDefault(refused => refused.Id == id).Why ?? "It may not be used any more.",
                count(id, ContentViewKind.Opened),
                count(id, ContentViewKind.Downloaded),
                count(id, ContentViewKind.Followed))),
        ];
    }

    private IQueryable<ShareLine> Lines(IQueryable<ContentShare> shares) => shares
        .OrderByDescending(share => share.CreatedAt).ThenByDescending(share => share.Id)
        .Select(share => new ShareLine(
            share.Id,
            share.Recipient,
            db.Users.Where(user => user.Id == share.CreatedById).Select(user => user.Name).FirstOrDefault() ?? "",
            share.CreatedAt,
            share.ExpiresAt,
            share.RevokedAt,
            share.PasswordHash != null,
            share.Items.Count,
            db.Assets.Where(asset => share.Items.Any(item => item.Place == 0 && item.AssetId == asset.Id)).Select(asset => asset.Title).FirstOrDefault() ?? "",
            db.ContentViews.Count(view => view.ShareId == share.Id && view.Kind == ContentViewKind.Opened),
            db.ContentViews.Count(view => view.ShareId == share.Id && view.Kind == ContentViewKind.Downloaded),
            db.ContentViews.Count(view => view.ShareId == share.Id && view.Kind == ContentViewKind.Followed),
            db.ContentViews.Where(view => view.ShareId == share.Id).Max(view => (DateTime?)view.At)));
}
