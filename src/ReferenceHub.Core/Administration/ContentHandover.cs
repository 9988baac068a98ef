using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Gives the content that a leaver looks after, and the shares that prospects still open, to somebody who stays.</summary>
public sealed class ContentHandover(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history)
{
    /// <summary>Why the one cannot take over the other's content and shares; null when they can.</summary>
    public async Task<string?> RefuseAsync(User from, User to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (!to.Roles.Bring(Right.ManageContent) && await Owned(from).AnyAsync(ct))
        {
            return $"{from.Name} looks after content; choose somebody who manages content.";
        }

        return !to.Roles.Bring(Right.ShareContent) && await Open(from).AnyAsync(ct)
            ? $"{from.Name} shares content by open links; choose somebody who may share content, or take those shares back first."
            : null;
    }

    /// <summary>Hands content over, in use or not; says how much it was.</summary>
    public async Task<int> AssetsAsync(User from, User to, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var assets = await Owned(from).ToListAsync(ct);
        foreach (var asset in assets)
        {
            asset.HandTo(to.Id);
            history.Record(by, SubjectKind.Asset, asset.Id, "handed-over", $"Handed over to {to.Name}", new FieldChange("Owner", from.Name, to.Name));
        }

        return assets.Count;
    }

    /// <summary>Hands open shares over; says how many there were.</summary>
    public async Task<int> SharesAsync(User from, User to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var shares = await Open(from).ToListAsync(ct);
        shares.ForEach(share => share.HandTo(to.Id));
        return shares.Count;
    }

    private IQueryable<Asset> Owned(User from) => db.Assets.Where(asset => asset.OwnerId == from.Id);

    private IQueryable<ContentShare> Open(User from)
    {
        var now = clock.UtcNow();
        return db.ContentShares.Where(share => share.CreatedById == from.Id && share.RevokedAt == null && share.ExpiresAt > now);
    }
}
