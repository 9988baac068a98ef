using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Metrics;

/// <summary>First yeses counted by the share of the promised time they took, in steps of 10 %; the last step holds all from 200 %.</summary>
public sealed record PaceHistogram(IReadOnlyList<int> Steps)
{
    /// <summary>Steps of 10 % up to 200 %, and one beyond.</summary>
    public const int StepCount = 21;

    /// <summary>All of them.</summary>
    public int N => Steps.Sum();
}

/// <summary>Counts the first yeses of a period by the share of their target used (business minutes ÷ target days of 8 hours).</summary>
internal static class PaceHistogramQuery
{
    private const int MinutesPerDay = 480;

    internal static async Task<PaceHistogram> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod period, CancellationToken ct)
    {
        var (start, end) = (period.Start, period.End);
        var counts = await filter.Narrow(db.Requests.AsNoTracking())
            .Where(request => request.FirstAcceptedAt >= start && request.FirstAcceptedAt < end && request.TargetDays > 0)
            .GroupBy(request => request.TurnaroundMinutes!.Value * 10 / (request.TargetDays * MinutesPerDay))
            .Select(group => new { Step = group.Key, Count = group.Count() })
            .ToListAsync(ct);
        var steps = new int[PaceHistogram.StepCount];
        foreach (var step in counts)
        {
            steps[Math.Clamp(step.Step, 0, steps.Length - 1)] += step.Count;
        }

        return new PaceHistogram(steps);
    }
}
