using System.Runtime.CompilerServices;

namespace ReferenceHub.Core.Export;

/// <summary>Reads rows a few hundred at a time, in the order of their keys: the whole list is never in memory, and no query stays open while a slow line takes it.</summary>
internal static class Chunks
{
    private const int Size = 400;

    /// <summary>Rows of the keys; a key that is gone meanwhile gives none.</summary>
    public static async IAsyncEnumerable<ExportCell[]> OneEach<TKey>(
        IEnumerable<TKey> keys, Func<TKey[], CancellationToken, Task<Dictionary<TKey, ExportCell[]>>> read, [EnumeratorCancellation] CancellationToken ct = default)
        where TKey : notnull
    {
        foreach (var chunk in keys.Chunk(Size))
        {
            var rows = await read(chunk, ct);
            foreach (var key in chunk)
            {
                if (rows.TryGetValue(key, out var row))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Several rows of each key, as they are read.</summary>
    public static async IAsyncEnumerable<ExportCell[]> Several<TKey>(
        IEnumerable<TKey> keys, Func<TKey[], CancellationToken, Task<IEnumerable<ExportCell[]>>> read, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var chunk in keys.Chunk(Size))
        {
            foreach (var row in await read(chunk, ct))
            {
                yield return row;
            }
        }
    }

    /// <summary>How many rows of all keys there are.</summary>
    public static async Task<int> CountAsync<TKey>(IEnumerable<TKey> keys, Func<TKey[], Task<int>> count)
    {
        var total = 0;
        foreach (var chunk in keys.Chunk(Size))
        {
            total += await count(chunk);
        }

        return total;
    }
}
