namespace ReferenceHub.Core.Matching;

/// <summary>The catalog at one moment: a large base, and what changed since. Immutable, so that searches never wait.</summary>
public sealed class CatalogSnapshot
{
    private const int SmallestMerge = 1024;
    private readonly CatalogBlock @base;
    private readonly CatalogBlock delta;
    private readonly ulong[] superseded;
    private readonly int gone;

    private CatalogSnapshot(CatalogTerms terms, CatalogBlock @base, ulong[] superseded, CatalogBlock delta)
    {
        Terms = terms;
        this.@base = @base;
        this.superseded = superseded;
        this.delta = delta;
        gone = Bits.Count(superseded);
    }

    /// <summary>The terms that entries and criteria speak of.</summary>
    public CatalogTerms Terms { get; }

    /// <summary>Number of customers.</summary>
    public int Count => @base.Count - gone + delta.Count;

    /// <summary>Whether so much changed that merging pays.</summary>
    public bool WantsMerge => delta.Count + gone > Math.Max(SmallestMerge, @base.Count / 50);

    /// <summary>Searched one after the other: a block and the rows of it that no longer count.</summary>
    internal IEnumerable<(CatalogBlock Block, ulong[]? Gone)> Blocks =>
        delta.Count == 0 ? [(@base, superseded)] : [(@base, superseded), (delta, null)];

    /// <summary>A catalog of the given entries.</summary>
    public static CatalogSnapshot Of(CatalogTerms terms, IEnumerable<CatalogEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var builder = new CatalogBlockBuilder(terms);
        foreach (var entry in entries)
        {
            builder.Add(entry);
        }

        return Of(terms, builder.Build());
    }

    internal static CatalogSnapshot Of(CatalogTerms terms, CatalogBlock block) =>
        new(terms, block, Bits.None(block.Count), new CatalogBlockBuilder(terms).Build());

    /// <summary>The catalog after changes: by customer what is true now, or null for one that is gone. Applying a change twice changes nothing.</summary>
    public CatalogSnapshot With(IReadOnlyDictionary<Guid, CatalogEntry?> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var hidden = (ulong[])superseded.Clone();
        foreach (var id in changes.Keys)
        {
            var row = @base.RowOf(id);
            if (row >= 0)
            {
                Bits.Set(hidden, row);
            }
        }

        var builder = new CatalogBlockBuilder(Terms);
        for (var row = 0; row < delta.Count; row++)
        {
            if (!changes.ContainsKey(delta.Ids[row]))
            {
                builder.Add(delta.Entry(row));
            }
        }

        foreach (var entry in changes.Values)
        {
            if (entry is not null)
            {
                builder.Add(entry);
            }
        }

        return new CatalogSnapshot(Terms, @base, hidden, builder.Build());
    }

    /// <summary>The same catalog as one block; costs a walk over all entries, so it is done in the background.</summary>
    public CatalogSnapshot Merged() => Of(Terms, Entries());

    /// <summary>The entry of a customer, or null.</summary>
    public CatalogEntry? Find(Guid id)
    {
        var row = delta.RowOf(id);
        if (row >= 0)
        {
            return delta.Entry(row);
        }

        row = @base.RowOf(id);
        return row < 0 || Bits.Has(superseded, row) ? null : @base.Entry(row);
    }

    /// <summary>What limits need to know of a customer, or null when it is not in the catalog.</summary>
    public Usage.UsageSubject? Subject(Guid id)
    {
        var row = delta.RowOf(id);
        if (row >= 0)
        {
            return delta.Subject(row);
        }

        row = @base.RowOf(id);
        return row < 0 || Bits.Has(superseded, row) ? null : @base.Subject(row);
    }

    /// <summary>All entries.</summary>
    public IEnumerable<CatalogEntry> Entries()
    {
        foreach (var (block, goneRows) in Blocks)
        {
            for (var row = 0; row < block.Count; row++)
            {
                if (!Bits.Has(goneRows, row))
                {
                    yield return block.Entry(row);
                }
            }
        }
    }
}
