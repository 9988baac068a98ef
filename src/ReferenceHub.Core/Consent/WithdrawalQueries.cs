using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Consent;

/// <summary>Finds everything that rests on a customer's consent, before it is withdrawn.</summary>
public sealed class WithdrawalQueries(ReferenceHubDbContext db, TimeProvider clock, CandidateRecall recall, UsageQueries usage)
{
    /// <summary>What there is to pull for these scopes (all that are not refused when none are named), for somebody who may edit the customer.</summary>
    public async Task<WithdrawalPlan> PlanAsync(Guid customerId, IReadOnlyCollection<PermissionScope> scopes, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var customer = await db.Customers.AsNoTracking().Include(row => row.Permissions).SingleOrDefaultAsync(row => row.Id == customerId, ct) ?? throw new MissingException("customer");
        viewer.MustWithdrawFor(customer);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var offered = Enum.GetValues<PermissionScope>()
            .Select(scope => (scope, permission: customer.Permissions.Find(row => row.Scope == scope)))
            .Where(one => one.permission?.Status != PermissionStatus.Denied)
            .Select(one => new WithdrawableScope(one.scope, one.permission?.StatusOn(today) ?? PermissionStatus.Unknown, one.permission?.ValidUntil))
            .ToList();
        List<PermissionScope> chosen = [.. offered.Select(one => one.Scope).Where(scope => scopes.Count == 0 || scopes.Contains(scope))];
        var kinds = chosen.SelectMany(AssetConsent.KindsOf).ToList();
        var assets = await AssetsAsync(customerId, kinds, ct);
        return new WithdrawalPlan(customer.Id, customer.Name, offered, chosen)
        {
            Assets = assets,
            Shares = await SharesAsync(assets, viewer, ct),
            Deals = await DealsAsync(assets, viewer, ct),
            Asks = await AsksAsync(customerId, chosen, viewer, ct),
            Uses = await UsesAsync(customerId, chosen, today, ct),
            LeavesRfpList = customer.RfpListed && chosen.Contains(PermissionScope.Rfp),
        };
    }

    private async Task<List<PulledAsset>> AssetsAsync(Guid customerId, List<AssetKind> kinds, CancellationToken ct) =>
        await db.Assets.AsNoTracking()
            .Where(asset => asset.CustomerId == customerId && kinds.Contains(asset.Kind) && asset.State != AssetState.Withdrawn)
            .OrderBy(asset => asset.Kind).ThenBy(asset => asset.Title)
            .Select(asset => new PulledAsset(
                asset.Id, asset.Kind, asset.Title, asset.State, asset.Link, asset.OwnerId,
                db.ContentViews.Count(view => view.AssetId == asset.Id && view.Kind == ContentViewKind.Downloaded), asset.FileId != null))
            .ToListAsync(ct);

    private async Task<List<PulledShare>> SharesAsync(List<PulledAsset> assets, Viewer viewer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var titles = assets.ToDictionary(asset => asset.AssetId, asset => asset.Title);
        var ids = titles.Keys.ToList();
        var visible = db.ContentShares.VisibleTo(viewer);
        var rows = await db.ContentShares.AsNoTracking().Where(share => share.RevokedAt == null && share.ExpiresAt > now)
            .Join(db.ContentShareItems.Where(item => ids.Contains(item.AssetId)), share => share.Id, item => item.ShareId, (share, item) => new { share, item.AssetId })
            .Join(db.Users, row => row.share.CreatedById, user => user.Id, (row, user) => new { row.share.Id, Recipient = visible.Any(one => one.Id == row.share.Id) ? row.share.Recipient : "a prospect of a colleague", row.share.CreatedById, user.Name, row.share.ExpiresAt, row.AssetId })
            .ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => row.Id).Select(share => new PulledShare(
                share.Key, share.First().Recipient, share.First().CreatedById, share.First().Name, share.First().ExpiresAt, [.. share.Select(row => titles[row.AssetId]).Order(StringComparer.Ordinal)]))
                .OrderBy(share => share.Recipient, StringComparer.OrdinalIgnoreCase),
        ];
    }

    // An owner sees requests that reached them; one that is only considered stays nameless.
    private async Task<List<OpenAsk>> AsksAsync(Guid customerId, List<PermissionScope> scopes, Viewer viewer, CancellationToken ct)
    {
        var asks = await recall.OpenOf(db.Customers.Where(row => row.Id == customerId), scopes).ToListAsync(ct);
        return viewer.Can(Right.SeeAllRequests) ? asks : [.. asks.Select(ask => ask.State == CandidateState.Proposed ? ask with { Prospect = null } : ask)];
    }

    private async Task<List<PulledDeal>> DealsAsync(List<PulledAsset> assets, Viewer viewer, CancellationToken ct)
    {
        var visible = db.Opportunities.VisibleTo(viewer, db);
        var titles = assets.ToDictionary(asset => asset.AssetId, asset => asset.Title);
        var ids = titles.Keys.ToList();
        var rows = await db.OpportunityAssets.AsNoTracking().Where(row => ids.Contains(row.AssetId))
            .Join(db.Opportunities.Where(deal => deal.Outcome == DealOutcome.Open), row => row.OpportunityId, deal => deal.Id, (row, deal) => new { deal.Id, Name = visible.Any(one => one.Id == deal.Id) ? deal.Name : "a deal of a colleague", row.ById, row.AssetId })
            .ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => (row.Id, row.ById)).Select(deal => new PulledDeal(deal.Key.Id, deal.First().Name, deal.Key.ById, [.. deal.Select(row => titles[row.AssetId]).Order(StringComparer.Ordinal)])),
        ];
    }

    // What requests stand behind is among the asks already.
    private async Task<List<PulledUse>> UsesAsync(Guid customerId, List<PermissionScope> scopes, DateOnly today, CancellationToken ct)
    {
        var types = await db.ActivityTypes.AsNoTracking().Where(type => scopes.Contains(type.Scope)).Select(type => type.Key).ToListAsync(ct);
        var uses = (await usage.CustomerAsync(customerId, ct)).Uses;
        return
        [
            .. uses.Where(use => use.Source != UseSource.Request && use.State is UseState.Pending or UseState.Planned && use.On >= today && types.Contains(use.ActivityKey))
                .OrderBy(use => use.On).Select(use => new PulledUse(use.UseId, use.ActivityKey, use.On)),
        ];
    }
}
