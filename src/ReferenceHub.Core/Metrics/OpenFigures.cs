using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>Ages in calendar days since submit that open requests are counted by; the last band has no upper end.</summary>
public static class AgeBands
{
    /// <summary>Upper ends, exclusive, in days.</summary>
    public static IReadOnlyList<int> UpperDays { get; } = [2, 5, 10, 20];

    /// <summary>The bands in words.</summary>
    public static IReadOnlyList<string> Words { get; } = ["under 2 days", "2–5", "5–10", "10–20", "20 days or more"];

    /// <summary>The band of an age.</summary>
    public static int Of(TimeSpan age)
    {
        var band = UpperDays.TakeWhile(upper => age.TotalDays >= upper).Count();
        return band;
    }
}

/// <summary>Open requests of one state, counted by age band.</summary>
public sealed record OpenByState(RequestState State, IReadOnlyList<int> ByAge)
{
    /// <summary>All of them.</summary>
    public int Total => ByAge.Sum();
}

/// <summary>Open requests now.</summary>
/// <param name="States">By state and age, in the order of the way.</param>
/// <param name="Breached">Running clocks past their due instant.</param>
public sealed record OpenFigures(IReadOnlyList<OpenByState> States, int Breached)
{
    /// <summary>All of them.</summary>
    public int Total => States.Sum(state => state.Total);
}

/// <summary>Counts what is open now.</summary>
internal static class OpenQuery
{
    internal static async Task<OpenFigures> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, DateTime now, CancellationToken ct)
    {
        var open = filter.Narrow(db.Requests.AsNoTracking()).Where(request => RequestStates.Open.Contains(request.State));
        var counts = new Dictionary<RequestState, int[]>();
        foreach (var state in RequestStates.Open)
        {
            counts[state] = new int[AgeBands.Words.Count];
        }

        foreach (var row in await open.Select(request => new { request.State, request.SubmittedAt }).ToListAsync(ct))
        {
            counts[row.State][AgeBands.Of(now - row.SubmittedAt!.Value)]++;
        }

        var breached = await open.CountAsync(request => request.FirstAcceptedAt == null && request.HeldAt == null && request.DueAt < now, ct);
        return new OpenFigures([.. RequestStates.Open.Select(state => new OpenByState(state, counts[state]))], breached);
    }
}
