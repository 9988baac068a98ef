namespace ReferenceHub.Core.Matching;

/// <summary>A block, and the rows of it that a later block replaced or that are gone.</summary>
internal sealed record CatalogPart(CatalogBlock Block, RowSet Gone)
{
    /// <summary>Rows that no longer count.</summary>
    public int GoneCount { get; } = Bits.Count(Gone);

    /// <summary>Rows that count.</summary>
    public int Standing => Block.Count - GoneCount;

    /// <summary>The row of a customer, or -1.</summary>
    public int RowOf(Guid id) => Block.RowOf(id) is >= 0 and var row && !Gone.Has(row) ? row : -1;

    /// <summary>The entries that count.</summary>
    public IEnumerable<CatalogEntry> Entries()
    {
        for (var row = 0; row < Block.Count; row++)
        {
            if (!Gone.Has(row))
            {
                yield return Block.Entry(row);
            }
        }
    }

    /// <summary>The part without some customers; the same part when it has none of them.</summary>
    public CatalogPart Without(IEnumerable<Guid> customers)
    {
        ulong[]? gone = null;
        foreach (var id in customers)
        {
            if (RowOf(id) is >= 0 and var row)
            {
                gone ??= Gone.IsNone ? Bits.None(Block.Count) : Gone.Words.ToArray();
                Bits.Set(gone, row);
            }
        }

        return gone is null ? this : new CatalogPart(Block, gone);
    }
}
