using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Counts what colleagues do with content. Those who manage it look after it and do not count.</summary>
public sealed class ContentUse(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Notes that a colleague opened, downloaded or followed content; opening once a day.</summary>
    public async Task NoteAsync(Guid assetId, ContentViewKind kind, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.Can(Right.ManageContent) || viewer.ActorId is not { } me)
        {
            return;
        }

        var now = clock.UtcNow();
        var since = now.Date;
        if (kind == ContentViewKind.Opened && await db.ContentViews.AnyAsync(view => view.AssetId == assetId && view.UserId == me && view.Kind == kind && view.At >= since, ct))
        {
            return;
        }

        await db.WriteAsync(
            async ct =>
            {
                db.ContentViews.Add(new ContentView(ids.Next(), assetId, kind, null, me, null, now));
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }
}
