using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>A piece of content that closed an ask; title and key are null where it is not for this viewer, or no longer in use.</summary>
public sealed record ChosenContent(Guid? Id, string? Title, AssetKind Kind);

/// <summary>An ask that a piece of content closed, in the viewer's sight.</summary>
public sealed record ClosedAsk(int Number, string Requester, string? Prospect, DateTime At);

/// <summary>How many asks a piece of content closed, and those of them that the viewer sees, the latest first.</summary>
public sealed record ClosedAsks(int Count, IReadOnlyList<ClosedAsk> Seen);

/// <summary>Which content answered which asks.</summary>
public sealed class ContentAnswers(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int MostSeen = 10;

    /// <summary>The content that these keys name, as far as the viewer may know it.</summary>
    public async Task<IReadOnlyDictionary<Guid, ChosenContent>> NamesAsync(IReadOnlyCollection<Guid> assets, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assets);
        if (assets.Count == 0)
        {
            return new Dictionary<Guid, ChosenContent>();
        }

        var now = clock.UtcNow();
        var seen = db.Assets.VisibleTo(viewer, db, now, await db.ProgramDayAsync(now, ct)).Select(asset => asset.Id);
        return await db.Assets.AsNoTracking().Where(asset => assets.Contains(asset.Id))
            .Select(asset => new { asset.Id, asset.Title, asset.Kind, Seen = seen.Contains(asset.Id) })
            .ToDictionaryAsync(asset => asset.Id, asset => new ChosenContent(asset.Seen ? asset.Id : null, asset.Seen ? asset.Title : null, asset.Kind), ct);
    }

    /// <summary>The asks that one piece closed.</summary>
    public async Task<ClosedAsks> OfAsync(Guid asset, Viewer viewer, CancellationToken ct)
    {
        var closed = db.Requests.AsNoTracking().Where(request => request.ContentId == asset);
        var count = await closed.CountAsync(ct);
        return new ClosedAsks(count, count == 0 ? [] : await closed.VisibleTo(viewer, db).OrderByDescending(request => request.EndedAt).Take(MostSeen)
            .Select(request => new ClosedAsk(request.Number, request.Requester!.Name, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity!.Name, request.EndedAt!.Value))
            .ToListAsync(ct));
    }
}
