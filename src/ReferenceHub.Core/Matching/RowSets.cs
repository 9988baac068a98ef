namespace ReferenceHub.Core.Matching;

/// <summary>Sets of rows of one block to work with, kept from search to search so that a search makes next to no garbage.</summary>
internal sealed class RowSets(int count)
{
    private const int MostKept = 48;
    private readonly Stack<ulong[]> idle = new();
    private readonly Lock guard = new();

    /// <summary>An empty set.</summary>
    public ulong[] Rent()
    {
        ulong[]? set;
        lock (guard)
        {
            idle.TryPop(out set);
        }

        if (set is null)
        {
            return Bits.None(count);
        }

        Array.Clear(set);
        return set;
    }

    /// <summary>Takes back sets that nobody looks at any more.</summary>
    public void Return(List<ulong[]> sets)
    {
        lock (guard)
        {
            foreach (var set in sets)
            {
                if (idle.Count < MostKept)
                {
                    idle.Push(set);
                }
            }
        }

        sets.Clear();
    }
}
