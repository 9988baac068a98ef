using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data;

/// <summary>
/// Reads what other nodes wrote: an overlapping window, since a row may appear after a later one, with the ones already
/// told left out. Notices are idempotent, so telling one twice does no harm.
/// </summary>
public sealed class ChangeFeed(ReferenceHubDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Notices of the last half minute that are not in <paramref name="told"/>; adds them to it and forgets old ones.</summary>
    public async Task<IReadOnlyList<ChangeNotice>> NewAsync(ConcurrentDictionary<Guid, DateTime> told, CancellationToken ct)
    {
        var since = clock.UtcNow() - Overlap;
        var recent = await db.ChangeNotices.AsNoTracking().Where(notice => notice.At >= since).ToListAsync(ct);
        foreach (var old in told.Where(pair => pair.Value < since).Select(pair => pair.Key))
        {
            told.TryRemove(old, out _);
        }

        return [.. recent.Where(notice => told.TryAdd(notice.Id, notice.At))];
    }

    /// <summary>Takes away notices that every node has read long ago.</summary>
    public Task<int> TrimAsync(CancellationToken ct)
    {
        var until = clock.UtcNow() - Kept;
        return db.WriteAsync(inner => db.ChangeNotices.Where(notice => notice.At < until).ExecuteDeleteAsync(inner), ct);
    }
}
