using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Consent;

/// <summary>Finds what is used without, or beyond, a permission: of all customers for the program and marketing, of their own for owners.</summary>
public sealed class ConsentGapQueries(ReferenceHubDbContext db, TimeProvider clock, CandidateRecall recall)
{
    /// <summary>Most rows of a kind that are shown.</summary>
    public const int MostOfAKind = 200;

    private static readonly PermissionScope[] ContentScopes = [.. Enum.GetValues<AssetKind>().Select(AssetConsent.ScopeOf).Distinct()];

    /// <summary>Everything, by kind.</summary>
    public async Task<ConsentGaps> ReadAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var zone = await db.ProgramZoneAsync(ct);
        var customers = db.Customers.AsNoTracking().Present().InsideFor(viewer);
        var total = 0;
        var rows = new List<ConsentGap>();
        foreach (var scope in ContentScopes)
        {
            var content = Content(customers, scope, today);
            var count = await content.CountAsync(ct);
            total += count;
            if (count > 0)
            {
                rows.AddRange((await content.OrderBy(row => row.Customer.NameKey).Take(MostOfAKind).ToListAsync(ct)).Select(row => Gap(row, today)));
            }
        }

        foreach (var (some, count) in new[] { await SharesAsync(customers, today, ct), await UsesAsync(customers, today, zone, ct), await ListedAsync(customers, today, ct) })
        {
            rows.AddRange(some.Take(MostOfAKind));
            total += count;
        }

        return new ConsentGaps(rows, total);
    }

    private IQueryable<ContentRow> Content(IQueryable<Customer> customers, PermissionScope scope, DateOnly today)
    {
        var kinds = AssetConsent.KindsOf(scope).ToList();
        var permitted = db.Assets.PermittedOn(today, db);
        return
            from asset in db.Assets.AsNoTracking().InUseOn(today)
            join customer in customers on asset.CustomerId equals customer.Id
            where kinds.Contains(asset.Kind)
            where !permitted.Any(fine => fine.Id == asset.Id)
            select new ContentRow { Asset = asset, Customer = customer, Permission = db.Permissions.FirstOrDefault(permission => permission.CustomerId == customer.Id && permission.Scope == scope) };
    }

    private static ConsentGap Gap(ContentRow row, DateOnly today)
    {
        var refused = row.Permission?.Status == PermissionStatus.Denied;
        return new ConsentGap(
            GapKind.Content, row.Customer.Id, row.Customer.Name, AssetConsent.ScopeOf(row.Asset.Kind), row.Asset.Title,
            AssetConsent.WhyNot(row.Asset.Kind, row.Permission is { } permission ? [permission] : [], today) ?? "",
            refused ? "Withdraw it now." : "Ask for the permission, or withdraw it.", $"/content/{row.Asset.Id}");
    }

    private async Task<(IReadOnlyList<ConsentGap> Rows, int Count)> SharesAsync(IQueryable<Customer> customers, DateOnly today, CancellationToken ct)
    {
        var now = clock.UtcNow();
        // A share goes too far only where the yes has limits: those are few, so that none has to be cut.
        var permissions = (await db.Permissions.AsNoTracking()
                .Where(permission => permission.Status == PermissionStatus.Granted && ContentScopes.Contains(permission.Scope) && customers.Any(customer => customer.Id == permission.CustomerId))
                .ToListAsync(ct))
            .Where(permission => permission.Regions.Count > 0 || permission.Channels.Count > 0).ToLookup(permission => permission.CustomerId);
        var limited = permissions.Select(mine => mine.Key).ToArray();
        var rows = limited.Length == 0 ? [] : await (
            from share in db.ContentShares.AsNoTracking()
            where share.RevokedAt == null && share.ExpiresAt > now
            join item in db.ContentShareItems on share.Id equals item.ShareId
            join asset in db.Assets on item.AssetId equals asset.Id
            where asset.State == AssetState.Published && EF.Parameter(limited).Contains(asset.CustomerId)
            join customer in customers on asset.CustomerId equals customer.Id
            from deal in db.Opportunities.Where(deal => deal.Id == share.OpportunityId).DefaultIfEmpty()
            orderby share.CreatedAt descending
            select new { share.Recipient, asset.Id, asset.Kind, asset.Title, CustomerId = customer.Id, customer.Name, Place = deal == null ? null : deal.RegionKey }).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return ([], 0);
        }

        var places = await PlaceTree.ReadAsync(db, ct);
        var gaps =
            (from row in rows
             let mine = permissions[row.CustomerId].ToList()
             where AssetConsent.WhyNot(row.Kind, mine, today) is null
             let why = AssetConsent.WhyNot(row.Kind, mine, today, row.Place, PermissionChannel.Sales, places)
             where why is not null
             select new ConsentGap(GapKind.Share, row.CustomerId, row.Name, AssetConsent.ScopeOf(row.Kind), $"{row.Title}, shared with {row.Recipient}", why, "Take the share back, or ask for a wider permission.", $"/content/{row.Id}")).ToList();
        return (gaps, gaps.Count);
    }

    private async Task<(IReadOnlyList<ConsentGap> Rows, int Count)> UsesAsync(IQueryable<Customer> customers, DateOnly today, string zone, CancellationToken ct)
    {
        var open = await recall.OpenOf(customers, Enum.GetValues<PermissionScope>()).ToListAsync(ct);
        var live = open.Where(ask => ask.State != CandidateState.Proposed).ToList();
        if (live.Count == 0)
        {
            return ([], 0);
        }

        var ids = live.Select(ask => ask.CandidateId).ToList();
        var of = await db.Candidates.AsNoTracking().Where(candidate => ids.Contains(candidate.Id))
            .Join(db.Customers, candidate => candidate.CustomerId, customer => customer.Id, (candidate, customer) => new { candidate.Id, CustomerId = customer.Id, customer.Name })
            .ToDictionaryAsync(row => row.Id, ct);
        var customerIds = of.Values.Select(row => row.CustomerId).Distinct().ToList();
        var permissions = (await db.Permissions.AsNoTracking().Where(permission => customerIds.Contains(permission.CustomerId)).ToListAsync(ct))
            .ToDictionary(permission => (permission.CustomerId, permission.Scope));
        var gaps =
            (from ask in live
             let customer = of[ask.CandidateId]
             let permission = permissions.GetValueOrDefault((customer.CustomerId, ask.Scope))
             let why = permission is null ? null : WhyNot(permission, ask, today, zone)
             where why is not null
             select new ConsentGap(
                 GapKind.Use, customer.CustomerId, customer.Name, ask.Scope, $"{ask.ActivityName} #{ask.Number.ToString(CultureInfo.InvariantCulture)}{(ask.Prospect is null ? "" : $" for {ask.Prospect}")}, {ask.State.InWords()}", why,
                 permission!.Status == PermissionStatus.Denied ? "Take the candidate back." : "Ask whether the yes still holds, and record it; else take the candidate back.", $"/requests/{ask.Number.ToString(CultureInfo.InvariantCulture)}")).ToList();
        return (gaps, gaps.Count);
    }

    // A yes given while the permission was unknown covers that one use; one that rested on a grant ends with it.
    private static string? WhyNot(Permission permission, OpenAsk ask, DateOnly today, string zone) => permission switch
    {
        { Status: PermissionStatus.Denied } => $"The customer refused{(permission.RecordedAt is { } at ? $" on {Day(Zones.DateIn(zone, at))}" : "")}, after it was asked.",
        { Status: PermissionStatus.Granted, ValidUntil: { } until } when until < today && ask.AcceptedAt is { } accepted && Zones.DateIn(zone, accepted) <= until => $"The permission lapsed on {Day(until)}, after they said yes.",
        { Status: PermissionStatus.Granted, ValidUntil: { } until } when ask.ScheduledFor is { } held && until >= today && Zones.DateIn(zone, held) > until => $"The permission ends on {Day(until)}, before the use is held.",
        _ => null,
    };

    private async Task<(IReadOnlyList<ConsentGap> Rows, int Count)> ListedAsync(IQueryable<Customer> customers, DateOnly today, CancellationToken ct)
    {
        var listed = customers
            .Where(customer => customer.RfpListed && !db.Permissions.Any(permission => permission.CustomerId == customer.Id && permission.Scope == PermissionScope.Rfp
                && permission.Status == PermissionStatus.Granted && (permission.ValidUntil == null || permission.ValidUntil >= today)));
        var rows = await listed.OrderBy(customer => customer.NameKey).Take(MostOfAKind).Select(customer => new { customer.Id, customer.Name }).ToListAsync(ct);
        List<ConsentGap> gaps = [.. rows.Select(row => new ConsentGap(
            GapKind.RfpList, row.Id, row.Name, PermissionScope.Rfp, "Listed for RFPs", "No permission for RFP holds today.", "Record the yes, or take it off the list.", $"/references/{row.Id}/permissions/rfp"))];
        return (gaps, gaps.Count < MostOfAKind ? gaps.Count : await listed.CountAsync(ct));
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private sealed class ContentRow
    {
        public required Asset Asset { get; init; }

        public required Customer Customer { get; init; }

        public required Permission? Permission { get; init; }
    }
}
