using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// The catalog at one moment: a large base, and what changed since in a few smaller blocks, each at least four times the next.
/// Immutable, so that searches never wait; a change copies a handful of entries, not the catalog.
/// </summary>
public sealed class CatalogSnapshot
{
    private const int SmallestMerge = 1024;
    private const int Growth = 4;
    private readonly ImmutableArray<CatalogPart> parts;

    private CatalogSnapshot(CatalogTerms terms, ImmutableArray<CatalogPart> parts)
    {
        Terms = terms;
        this.parts = parts;
        Count = parts.Sum(part => part.Standing);
    }

    /// <summary>The terms that entries and criteria speak of.</summary>
    public CatalogTerms Terms { get; }

    /// <summary>Number of customers.</summary>
    public int Count { get; }

    /// <summary>Whether so much changed that merging pays.</summary>
    public bool WantsMerge => parts.Skip(1).Sum(part => part.Block.Count) + parts[0].GoneCount > Math.Max(SmallestMerge, parts[0].Block.Count / 50);

    /// <summary>Searched one after the other: a block and the rows of it that no longer count.</summary>
    internal IEnumerable<(CatalogBlock Block, RowSet Gone)> Blocks => parts.Select(part => (part.Block, part.Gone));

    /// <summary>A catalog of the given entries.</summary>
    public static CatalogSnapshot Of(CatalogTerms terms, IEnumerable<CatalogEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Of(terms, BlockOf(terms, entries));
    }

    internal static CatalogSnapshot Of(CatalogTerms terms, CatalogBlock block) => new(terms, [new CatalogPart(block, default)]);

    /// <summary>The catalog after changes: by customer what is true now, or null for one that is gone. Applying a change twice changes nothing.</summary>
    public CatalogSnapshot With(IReadOnlyDictionary<Guid, CatalogEntry?> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var standing = parts.Select(part => part.Without(changes.Keys)).ToList();
        var entries = changes.Values.OfType<CatalogEntry>().ToList();
        while (standing.Count > 1 && standing[^1].Standing < Growth * Math.Max(1, entries.Count))
        {
            entries.AddRange(standing[^1].Entries());
            standing.RemoveAt(standing.Count - 1);
        }

        if (entries.Count > 0)
        {
            standing.Add(new CatalogPart(BlockOf(Terms, entries), default));
        }

        return new CatalogSnapshot(Terms, [.. standing]);
    }

    /// <summary>The same catalog as one block; costs a walk over all entries, so it is done in the background.</summary>
    public CatalogSnapshot Merged() => Of(Terms, Entries());

    /// <summary>One customer, or null.</summary>
    public CatalogEntry? Find(Guid id) => Where(id) is var (block, row) ? block.Entry(row) : null;

    /// <summary>What limits need to know of a customer, or null when it is not in the catalog.</summary>
    public Usage.UsageSubject? Subject(Guid id) => Where(id) is var (block, row) ? block.Subject(row) : null;

    /// <summary>All entries.</summary>
    public IEnumerable<CatalogEntry> Entries() => parts.SelectMany(part => part.Entries());

    private (CatalogBlock Block, int Row)? Where(Guid id)
    {
        for (var place = parts.Length - 1; place >= 0; place--)
        {
            if (parts[place].RowOf(id) is >= 0 and var row)
            {
                return (parts[place].Block, row);
            }
        }

        return null;
    }

    private static CatalogBlock BlockOf(CatalogTerms terms, IEnumerable<CatalogEntry> entries)
    {
        var builder = new CatalogBlockBuilder(terms);
        foreach (var entry in entries)
        {
            builder.Add(entry);
        }

        return builder.Build();
    }
}
