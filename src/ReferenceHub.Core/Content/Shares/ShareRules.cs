using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Content that was asked for and may be shared, and why the rest may not.</summary>
public sealed record ShareSelection(IReadOnlyList<Asset> Fine, IReadOnlyList<(Guid Id, string Title, string Why)> Refused);

/// <summary>
/// What may stand behind a link: content that its sender may share today, for the prospect's region and for sales. Asked when a
/// share is made and again at each view, so that no share outlives its permission.
/// </summary>
public sealed class ShareRules(ReferenceHubDbContext db)
{
    /// <summary>Sorts the asked-for content by whether it may be used on a channel; what the sender does not see is left out without a word.</summary>
    public async Task<ShareSelection> SortAsync(IReadOnlyList<Guid> assetIds, Viewer sender, Guid? dealId, DateTime now, CancellationToken ct, PermissionChannel channel = PermissionChannel.Sales)
    {
        ArgumentNullException.ThrowIfNull(assetIds);
        var today = await db.ProgramDayAsync(now, ct);
        var seen = await db.Assets.AsNoTracking().VisibleTo(sender, db, now, today).Where(asset => assetIds.Contains(asset.Id)).ToListAsync(ct);
        var customers = seen.Select(asset => asset.CustomerId).Distinct().ToList();
        var standing = await db.Customers.AsNoTracking().Where(customer => customers.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Status, ct);
        var permissions = (await db.Permissions.AsNoTracking().Where(permission => customers.Contains(permission.CustomerId)).ToListAsync(ct)).ToLookup(permission => permission.CustomerId);
        var place = dealId is { } deal ? await db.Opportunities.Where(row => row.Id == deal).Select(row => row.RegionKey).SingleOrDefaultAsync(ct) : null;
        var places = await PlaceTree.ReadAsync(db, ct);
        var fine = new List<Asset>();
        var refused = new List<(Guid, string, string)>();
        foreach (var asset in assetIds.Distinct().Join(seen, id => id, asset => asset.Id, (_, asset) => asset))
        {
            if (asset.WhyNotSendable(standing[asset.CustomerId], [.. permissions[asset.CustomerId]], today, place, channel, places) is not { } why)
            {
                fine.Add(asset);
            }
            else
            {
                refused.Add((asset.Id, asset.Title, why));
            }
        }

        return new ShareSelection(fine, refused);
    }
}
