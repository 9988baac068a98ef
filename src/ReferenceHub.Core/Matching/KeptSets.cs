using System.Collections.Concurrent;

namespace ReferenceHub.Core.Matching;

/// <summary>Sets of rows by what they stand for, worked out once; the oldest question is no better than the newest, so a full store starts over.</summary>
internal sealed class KeptSets<TKey, TSet>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TSet> kept = new();

    public TSet Of<TState>(TKey key, TState state, Func<TKey, TState, TSet> make)
    {
        if (kept.TryGetValue(key, out var set))
        {
            return set;
        }

        if (kept.Count >= most)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(key, make, state);
    }
}
