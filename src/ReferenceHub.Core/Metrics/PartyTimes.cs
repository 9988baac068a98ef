using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>How long one party held the ball, per request in which it did, up to the first yes or the end.</summary>
public sealed record PartyTime(Party Party, Spread PerRequest, long TotalMinutes);

/// <summary>Time by party over the requests whose clock stopped in a period.</summary>
internal static class PartyTimeQuery
{
    internal static async Task<IReadOnlyList<PartyTime>> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod period, CancellationToken ct)
    {
        var (start, end) = (period.Start, period.End);
        var stopped = filter.Narrow(db.Requests.AsNoTracking()).Where(request => request.FirstAcceptedAt >= start && request.FirstAcceptedAt < end);
        var held = await stopped
            .SelectMany(request => request.Events.Where(line => line.HeldBy != null && line.At <= request.FirstAcceptedAt)
                .Select(line => new { line.RequestId, line.HeldBy, line.Minutes }))
            .GroupBy(line => new { line.RequestId, line.HeldBy })
            .Select(group => new { group.Key.HeldBy, Minutes = group.Sum(line => line.Minutes) })
            .ToListAsync(ct);
        return
        [
            .. Enum.GetValues<Party>().Select(party =>
            {
                var minutes = held.Where(row => row.HeldBy == party && row.Minutes > 0).Select(row => row.Minutes).ToList();
                return new PartyTime(party, Spread.Of(minutes), minutes.Sum(value => (long)value));
            }),
        ];
    }
}
