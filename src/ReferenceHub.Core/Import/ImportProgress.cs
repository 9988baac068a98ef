using System.Collections.Concurrent;

namespace ReferenceHub.Core.Import;

/// <summary>How far a running import is on this node, in per cent.</summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<Guid, int> parts = new();

    /// <summary>Per cent done; null when it does not run on this node.</summary>
    public int? Of(Guid batchId) => parts.TryGetValue(batchId, out var part) ? part : null;

    /// <summary>Notes progress.</summary>
    public void Report(Guid batchId, int done, int of) => parts[batchId] = of == 0 ? 100 : (int)Math.Min(100L, 100L * done / of);

    /// <summary>Forgets an import that has ended.</summary>
    public void End(Guid batchId) => parts.TryRemove(batchId, out _);
}
