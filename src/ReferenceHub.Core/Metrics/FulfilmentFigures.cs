using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>How the requests of a period ended.</summary>
/// <param name="Completed">Held at least once.</param>
/// <param name="Unfulfilled">Given up.</param>
/// <param name="Expired">Needed-by passed.</param>
/// <param name="Deflected">Content chosen instead; shown beside.</param>
/// <param name="Cancelled">By the requester; left out.</param>
public sealed record FulfilmentFigures(int Completed, int Unfulfilled, int Expired, int Deflected, int Cancelled)
{
    /// <summary>Deflected ÷ (Completed + Unfulfilled + Expired + Deflected): asks that no customer had to be called for.</summary>
    public Share AnsweredWithContent => new(Deflected, Rate.Of + Deflected);

    /// <summary>Completed ÷ (Completed + Unfulfilled + Expired).</summary>
    public Share Rate => new(Completed, Completed + Unfulfilled + Expired);
}

/// <summary>Fulfilment of a period; a request belongs to the period in which it ended.</summary>
internal static class FulfilmentQuery
{
    internal static async Task<FulfilmentFigures> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod period, CancellationToken ct)
    {
        var (start, end) = (period.Start, period.End);
        var ends = await filter.Narrow(db.Requests.AsNoTracking())
            .Where(request => request.EndedAt >= start && request.EndedAt < end)
            .GroupBy(request => request.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return new FulfilmentFigures(
            ends.GetValueOrDefault(RequestState.Completed),
            ends.GetValueOrDefault(RequestState.Unfulfilled),
            ends.GetValueOrDefault(RequestState.Expired),
            ends.GetValueOrDefault(RequestState.Deflected),
            ends.GetValueOrDefault(RequestState.Cancelled));
    }
}
