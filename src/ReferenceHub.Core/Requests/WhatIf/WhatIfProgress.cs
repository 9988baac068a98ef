using System.Collections.Concurrent;

namespace ReferenceHub.Core.Requests;

/// <summary>How far replays are on this node, in per cent.</summary>
public sealed class WhatIfProgress
{
    private readonly ConcurrentDictionary<Guid, int> parts = new();

    /// <summary>Per cent done; null when it does not run on this node.</summary>
    public int? Of(Guid runId) => parts.TryGetValue(runId, out var part) ? part : null;

    /// <summary>Notes progress.</summary>
    public void Report(Guid runId, int done, int of) => parts[runId] = of == 0 ? 100 : (int)Math.Min(100L, 100L * done / of);

    /// <summary>Forgets a replay that has ended.</summary>
    public void End(Guid runId) => parts.TryRemove(runId, out _);
}
