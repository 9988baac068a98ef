using System.Collections.Concurrent;

namespace ReferenceHub.Core.Requests;

/// <summary>Which replays run on this node, and how far they are, in per cent.</summary>
public sealed class WhatIfProgress
{
    private readonly ConcurrentDictionary<Guid, int> parts = new();

    /// <summary>Takes a replay on; false when it runs on this node already.</summary>
    public bool TryTake(Guid runId) => parts.TryAdd(runId, 0);

    /// <summary>Per cent done; null when it does not run on this node.</summary>
    public int? Of(Guid runId) => parts.TryGetValue(runId, out var part) ? part : null;

    /// <summary>Notes progress of a replay taken on.</summary>
    public void Report(Guid runId, int done, int of)
    {
        if (parts.TryGetValue(runId, out var before))
        {
            parts.TryUpdate(runId, of == 0 ? 100 : (int)Math.Min(100L, 100L * done / of), before);
        }
    }

    /// <summary>Forgets a replay that has ended.</summary>
    public void End(Guid runId) => parts.TryRemove(runId, out _);
}
