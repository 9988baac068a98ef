using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Components;

/// <summary>Nominations that wait for a decision, in the sidebar.</summary>
public sealed class NominationCounter(NominationQueries nominations) : INavCounter
{
    /// <inheritdoc/>
    public string Entry => "nominations";

    /// <inheritdoc/>
    public Task<int> CountAsync(Viewer viewer, CancellationToken ct) => nominations.CountWaitingAsync(viewer, ct);
}
