namespace ReferenceHub.Core.Matching;

/// <summary>Arrays of one length to work with, at most so many of them kept from search to search so that a search makes next to no garbage.</summary>
internal sealed class RowStore<T>(int length, int most)
{
    private readonly Stack<T[]> idle = new();
    private readonly Lock guard = new();

    /// <summary>An array as somebody left it.</summary>
    public T[] Rent()
    {
        lock (guard)
        {
            if (idle.TryPop(out var kept))
            {
                return kept;
            }
        }

        return new T[length];
    }

    /// <summary>Takes back what nobody looks at any more.</summary>
    public void Return(List<T[]> arrays)
    {
        lock (guard)
        {
            foreach (var array in arrays)
            {
                if (idle.Count < most)
                {
                    idle.Push(array);
                }
            }
        }

        arrays.Clear();
    }
}
