using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Today;

/// <summary>Puts the first page of a person together from what their roles bring.</summary>
public sealed class HomeQueries(HomeNeeds needs, HomeNewsQueries news, QueueQueries queue, MyRequests mine, MetricsQueries metrics)
{
    /// <summary>Most needs shown.</summary>
    public const int MostNeeds = 8;

    /// <summary>Most open requests shown.</summary>
    public const int MostStarted = 6;

    /// <summary>The page of this viewer.</summary>
    public async Task<HomePage> PageAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var taken = viewer.Can(Right.RunProgram) ? await queue.PageAsync(new QueueFilter { View = QueueView.Mine }, viewer, ct) : null;
        var own = viewer.Can(Right.AskForReference) ? (await mine.PageAsync(MyTab.Open, null, viewer, ct)).Rows : [];
        var all = await needs.AllAsync(viewer, own, ct);
        return new HomePage(
            [.. all.Take(MostNeeds)],
            Math.Max(0, all.Count - MostNeeds),
            [.. own.Concat(taken?.Rows ?? []).DistinctBy(row => row.Number).Take(MostStarted)],
            taken?.Tabs ?? [],
            viewer.Roles.HasFlag(Roles.Executive) ? await metrics.PageAsync(new MetricsFilter(), viewer, ct) : null,
            await news.LatestAsync(viewer, ct));
    }
}
