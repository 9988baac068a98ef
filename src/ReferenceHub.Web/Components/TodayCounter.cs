using ReferenceHub.Core.People;
using ReferenceHub.Core.Today;

namespace ReferenceHub.Web.Components;

/// <summary>What is due today or late, in the sidebar.</summary>
public sealed class TodayCounter(TodayQueries today) : INavCounter
{
    /// <inheritdoc/>
    public string Entry => "today";

    /// <inheritdoc/>
    public Task<int> CountAsync(Viewer viewer, CancellationToken ct) => today.CountAsync(viewer, ct);
}
