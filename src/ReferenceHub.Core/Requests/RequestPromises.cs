using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What a requester is promised before sending: the due instant, and how long like requests took (business minutes, n ≥ 5).</summary>
public sealed record PromiseShown(Promise Promise, int? MedianMinutes, int? EightOfTenMinutes, int Like);

/// <summary>Works out promises from targets and calendars.</summary>
public sealed class RequestPromises(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars)
{
    /// <summary>Fewest like requests from which a typical time is told.</summary>
    public const int FewestLike = 5;

    /// <summary>The promise for an ask of this type by this person, made now.</summary>
    public async Task<Promise> ForAsync(ActivityType type, Guid requesterId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(type);
        var team = await db.Users.Where(user => user.Id == requesterId && user.Team != null)
            .Select(user => new { user.Team!.CalendarId, user.Team.RegionKey }).SingleOrDefaultAsync(ct);
        var book = await calendars.BookAsync(ct);
        var calendarId = team?.CalendarId ?? book.IdForRegion(team?.RegionKey);
        return new Promise(book.Of(calendarId).AddDays(clock.UtcNow(), type.TargetBusinessDays), type.TargetBusinessDays, calendarId);
    }

    /// <summary>The promise with the median and P80 of like requests of the last year.</summary>
    public async Task<PromiseShown> ShownAsync(ActivityType type, Guid requesterId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(type);
        var promise = await ForAsync(type, requesterId, ct);
        var since = clock.UtcNow().AddDays(-365);
        var like = db.Requests.Where(request => request.ActivityKey == type.Key && request.FirstAcceptedAt >= since && request.TurnaroundMinutes != null);
        var n = await like.CountAsync(ct);
        if (n < FewestLike)
        {
            return new PromiseShown(promise, null, null, n);
        }

        return new PromiseShown(promise, await AtRankAsync(like, n, 50, ct), await AtRankAsync(like, n, 80, ct), n);
    }

    private static Task<int?> AtRankAsync(IQueryable<ReferenceRequest> like, int n, int percent, CancellationToken ct) =>
        like.OrderBy(request => request.TurnaroundMinutes).Select(request => request.TurnaroundMinutes)
            .Skip(((n * percent) + 99) / 100 - 1).FirstAsync(ct);
}
