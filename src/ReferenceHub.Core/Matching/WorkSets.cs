namespace ReferenceHub.Core.Matching;

/// <summary>What one search over one block works with: sets of rows and a number a row, all of which go back when it ends.</summary>
internal sealed class WorkSets(CatalogBlock block)
{
    private readonly List<ulong[]> sets = [];
    private readonly List<byte[]> numbers = [];

    /// <summary>An empty set.</summary>
    public ulong[] Rent()
    {
        var set = Take();
        Array.Clear(set);
        return set;
    }

    /// <summary>A set of all rows.</summary>
    public ulong[] RentFull() => Bits.Fill(Take(), block.Count);

    /// <summary>The same rows once more.</summary>
    public ulong[] Copy(RowSet rows)
    {
        var copy = Take();
        rows.Words.CopyTo(copy);
        return copy;
    }

    /// <summary>A number a row, each whatever somebody left there.</summary>
    public byte[] RentNumbers()
    {
        var taken = block.Numbers.Rent();
        numbers.Add(taken);
        return taken;
    }

    /// <summary>Gives everything back; nothing of it may be looked at after.</summary>
    public void End()
    {
        block.Sets.Return(sets);
        block.Numbers.Return(numbers);
    }

    private ulong[] Take()
    {
        var taken = block.Sets.Rent();
        sets.Add(taken);
        return taken;
    }
}
