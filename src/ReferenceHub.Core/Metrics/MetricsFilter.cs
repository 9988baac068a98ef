using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>What a dashboard is narrowed to: period by key, activity type by key, team by id; null for all.</summary>
public sealed record MetricsFilter(string? Period = null, string? Activity = null, Guid? TeamId = null)
{
    /// <summary>Requests of the chosen type and team that were sent.</summary>
    internal IQueryable<ReferenceRequest> Narrow(IQueryable<ReferenceRequest> requests)
    {
        var sent = requests.Where(request => request.SubmittedAt != null);
        if (Activity is { } activity)
        {
            sent = sent.Where(request => request.ActivityKey == activity);
        }

        return TeamId is { } team ? sent.Where(request => request.Requester!.TeamId == team) : sent;
    }
}
