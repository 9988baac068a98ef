using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>How fast the first yes came in a period, and how many promises were kept.</summary>
/// <param name="ToFirstYes">Submit to first accepted, business minutes.</param>
/// <param name="ToHeld">Submit to held, business minutes.</param>
/// <param name="Compliance">First yes by the original target ÷ (all with a first yes + Unfulfilled + Expired).</param>
/// <param name="Exceptions">Requests of the period with an agreed later date.</param>
public sealed record TurnaroundFigures(Spread ToFirstYes, Spread ToHeld, Share Compliance, int Exceptions);

/// <summary>Turnaround of a period; a request belongs to the period in which its clock stopped.</summary>
internal static class TurnaroundQuery
{
    internal static async Task<TurnaroundFigures> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod period, CancellationToken ct)
    {
        var (start, end) = (period.Start, period.End);
        var sent = filter.Narrow(db.Requests.AsNoTracking());
        var answered = sent.Where(request => request.FirstAcceptedAt >= start && request.FirstAcceptedAt < end);
        var held = sent.Where(request => request.FirstHeldAt >= start && request.FirstHeldAt < end);
        var inTime = await answered.CountAsync(request => request.FirstAcceptedAt <= request.OriginalDueAt, ct);
        var lost = await sent.CountAsync(
            request => request.FirstAcceptedAt == null && request.EndedAt >= start && request.EndedAt < end
                && (request.State == RequestState.Unfulfilled || request.State == RequestState.Expired),
            ct);
        var exceptions = await answered.CountAsync(request => request.ExceptionReason != null, ct);
        var first = await SpreadAsync(answered.Select(request => request.TurnaroundMinutes!.Value), ct);
        return new TurnaroundFigures(first, await SpreadAsync(held.Select(request => request.HeldMinutes!.Value), ct), new Share(inTime, first.N + lost), exceptions);
    }

    // Percentiles by count and skip: the same on every database, and nothing but two rows leaves it.
    private static async Task<Spread> SpreadAsync(IQueryable<int> minutes, CancellationToken ct)
    {
        var n = await minutes.CountAsync(ct);
        return n == 0 ? Spread.None : new Spread(await AtAsync(minutes, n, 50, ct), await AtAsync(minutes, n, 90, ct), n);
    }

    private static Task<int> AtAsync(IQueryable<int> minutes, int n, int percent, CancellationToken ct) =>
        minutes.OrderBy(value => value).Skip(Spread.Rank(n, percent)).FirstAsync(ct);
}
