using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>
/// The live sessions that this node has seen. A notice about a person forgets theirs, so that roles, sign-out and
/// deactivation hold on the next request here and within the poller's second elsewhere.
/// </summary>
public sealed class SessionCache : IDisposable
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, LiveSession> known = new();
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private long changes;

    /// <summary>A cache that listens to the node's change hub.</summary>
    public SessionCache(IServiceScopeFactory scopes, TimeProvider clock, ChangeHub hub)
    {
        this.scopes = scopes;
        this.clock = clock;
        subscription = hub.Listen(Forget);
    }

    /// <summary>The session if it holds now; keeps its idle time running.</summary>
    public async Task<LiveSession?> FindAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (!known.TryGetValue(id, out var session) || !session.IsOfToday(now))
        {
            var before = Interlocked.Read(ref changes);
            session = await LoadAsync(id, ct);
            if (session is not null && before == Interlocked.Read(ref changes))
            {
                known[id] = session;
            }
        }

        if (session is null || !session.IsLive(now))
        {
            known.TryRemove(id, out _);
            return null;
        }

        return now - session.LastSeenAt > TouchEvery ? await TouchAsync(session, now, ct) : session;
    }

    /// <inheritdoc/>
    public void Dispose() => subscription.Dispose();

    private void Forget(ChangeNotice notice)
    {
        if (notice.Topic != Topic.People)
        {
            return;
        }

        Interlocked.Increment(ref changes);
        foreach (var (id, session) in known)
        {
            if (notice.SubjectId == Guid.Empty || session.Viewer.UserId == notice.SubjectId)
            {
                known.TryRemove(id, out _);
            }
        }
    }

    private async Task<LiveSession?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var row = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            where session.Id == id && session.EndedAt == null && user.DeactivatedAt == null
            select new { session.Id, UserId = user.Id, user.Name, user.Roles, user.Email, user.ZoneId, session.StartedAt, session.LastSeenAt })
            .FirstOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var starts = await db.SavedViews.Where(view => view.OwnerId == row.UserId && view.IsDefault).Select(view => new { view.Page, view.Query }).ToListAsync(ct);
        var zone = await db.ProgramZoneAsync(ct);
        var viewer = new Viewer(row.UserId, row.Name, row.Roles) { StandsInFor = await scope.ServiceProvider.GetRequiredService<StandIns>().ForAsync(row.UserId, ct) };
        return new LiveSession(row.Id, viewer, row.Email ?? "", row.ZoneId, row.StartedAt, row.LastSeenAt)
        {
            ProgramZone = zone,
            Day = Zones.DateIn(zone, clock.UtcNow()),
            Starts = starts.GroupBy(start => start.Page).ToDictionary(page => page.Key, page => page.First().Query, StringComparer.Ordinal),
        };
    }

    private async Task<LiveSession> TouchAsync(LiveSession session, DateTime now, CancellationToken ct)
    {
        var touched = session with { LastSeenAt = now };
        if (!known.TryUpdate(session.Id, touched, session))
        {
            return session;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        await db.WriteAsync(inner => db.Sessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), inner), ct);
        return touched;
    }
}
