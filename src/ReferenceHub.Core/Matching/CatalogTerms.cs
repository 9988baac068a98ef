using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>All terms of all facets, trees in walking order: a parent stands before its children.</summary>
public sealed class CatalogTerms
{
    private readonly FrozenDictionary<(Facet, string), int> places;
    private readonly FrozenDictionary<Guid, int> placesById;
    private readonly FrozenDictionary<Facet, ImmutableArray<CatalogTerm>> byFacet;

    private CatalogTerms(ImmutableArray<CatalogTerm> all, IReadOnlyList<(LooseTerm Old, int Index)> merged)
    {
        All = all;
        byFacet = all.GroupBy(term => term.Facet).ToFrozenDictionary(terms => terms.Key, terms => terms.ToImmutableArray());
        places = all.Select(term => ((term.Facet, term.Key), term.Index))
            .Concat(merged.Select(one => ((one.Old.Facet, one.Old.Key), one.Index))).ToFrozenDictionary(pair => pair.Item1, pair => pair.Index);
        placesById = all.Where(term => term.Id != Guid.Empty).Select(term => (term.Id, term.Index))
            .Concat(merged.Select(one => (one.Old.Id, one.Index))).ToFrozenDictionary(pair => pair.Id, pair => pair.Index);
    }

    /// <summary>Every term, at its index.</summary>
    public ImmutableArray<CatalogTerm> All { get; }

    /// <summary>Orders loose terms into trees; a term whose parent is unknown is a root.</summary>
    public static CatalogTerms Of(IEnumerable<LooseTerm> loose)
    {
        ArgumentNullException.ThrowIfNull(loose);
        var everything = loose.DistinctBy(term => (term.Facet, term.Key)).ToList();
        var given = everything.FindAll(term => term.MergedInto is null);
        var known = given.Select(term => (term.Facet, term.Key)).ToHashSet();
        var children = given.ToLookup(term => (term.Facet, term.ParentKey is { } key && key != term.Key && known.Contains((term.Facet, key)) ? key : ""));
        var ordered = new List<CatalogTerm>(given.Count);
        foreach (var facet in Facets.All)
        {
            Add(facet, "", -1, 0);
        }

        var standing = ordered.Where(term => term.Id != Guid.Empty).ToDictionary(term => term.Id, term => term.Index);
        var signposts = everything.Where(term => term.MergedInto is not null).ToDictionary(term => term.Id);
        return new CatalogTerms([.. ordered], [.. signposts.Values.Select(old => (old, Follow(old))).Where(pair => pair.Item2 >= 0)]);

        int Follow(LooseTerm old)
        {
            for (var steps = 0; old.MergedInto is { } next && steps < 20; steps++)
            {
                if (standing.TryGetValue(next, out var index))
                {
                    return index;
                }

                if (!signposts.TryGetValue(next, out old!))
                {
                    break;
                }
            }

            return -1;
        }

        void Add(Facet facet, string parentKey, int parent, int depth)
        {
            foreach (var term in children[(facet, parentKey)])
            {
                var index = ordered.Count;
                ordered.Add(new CatalogTerm(index, facet, term.Key, term.Name, parent, depth, [.. term.Aliases]) { Id = term.Id, Retired = term.Retired });
                Add(facet, term.Key, index, depth + 1);
            }
        }
    }

    /// <summary>The term of a key, or null; the key of a merged term leads to the one that took it over.</summary>
    public CatalogTerm? Find(Facet facet, string key) => places.TryGetValue((facet, key), out var index) ? All[index] : null;

    /// <summary>The index of a row's term, or -1.</summary>
    public int IndexOf(Guid id) => placesById.TryGetValue(id, out var index) ? index : -1;

    /// <summary>The terms of one facet in walking order.</summary>
    public IEnumerable<CatalogTerm> Of(Facet facet) => byFacet.GetValueOrDefault(facet, []);

    /// <summary>The same as an array.</summary>
    internal ImmutableArray<CatalogTerm> OfFacet(Facet facet) => byFacet.GetValueOrDefault(facet, []);

    /// <summary>Whether both hold the same terms in the same order.</summary>
    public bool SameAs(CatalogTerms other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return All.Length == other.All.Length && placesById.Count == other.placesById.Count && placesById.All(place => other.IndexOf(place.Key) == place.Value) && All.Zip(other.All).All(pair =>
            pair.First with { Aliases = [] } == pair.Second with { Aliases = [] } && pair.First.Aliases.AsSpan().SequenceEqual(pair.Second.Aliases.AsSpan()));
    }

    /// <summary>Whether a term is <paramref name="ancestor"/> or stands under it.</summary>
    public bool IsWithin(int term, int ancestor)
    {
        while (term > ancestor)
        {
            term = All[term].Parent;
        }

        return term == ancestor;
    }

    /// <summary>The topmost term above, or the term itself.</summary>
    public CatalogTerm RootOf(int term)
    {
        while (All[term].Parent >= 0)
        {
            term = All[term].Parent;
        }

        return All[term];
    }
}

/// <summary>A term before it has its place.</summary>
public sealed record LooseTerm(Facet Facet, string Key, string Name, string? ParentKey, IReadOnlyList<string> Aliases)
{
    /// <summary>The row it comes from.</summary>
    public Guid Id { get; init; }

    /// <summary>Still understood, no longer offered.</summary>
    public bool Retired { get; init; }

    /// <summary>The row of the term that took this one over.</summary>
    public Guid? MergedInto { get; init; }
}
