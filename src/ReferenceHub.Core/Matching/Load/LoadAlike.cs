using System.Numerics;

namespace ReferenceHub.Core.Matching;

/// <summary>Finds idle customers that could be asked instead of a tired one: of its industry, with its region or a product in common, and willing for something that it is willing for.</summary>
internal sealed class LoadAlike(CatalogTerms terms, IReadOnlyList<LoadRow> idle)
{
    private const int Most = 3;

    // Only those of an industry are compared, not everybody with everybody.
    private readonly ILookup<Guid, LoadRow> byTerm = idle
        .SelectMany(row => row.Customer.Subject.SegmentIds.Where(id => FacetOf(terms, id) == Facet.Industry), (row, id) => (row, id))
        .ToLookup(pair => pair.id, pair => pair.row);

    /// <summary>The few most alike; the longest idle first among equals.</summary>
    public IReadOnlyList<LoadInstead> Of(LoadCustomer tired)
    {
        var segments = tired.Subject.SegmentIds;
        return
        [
            .. segments.Where(id => FacetOf(terms, id) == Facet.Industry).SelectMany(id => byTerm[id]).Distinct()
                .Where(row => row.Customer.Id != tired.Id && (row.Customer.Scopes.Bits & tired.Scopes.Bits) != 0)
                .Select(row => (Row: row, Common: row.Customer.Subject.SegmentIds.Where(segments.Contains).ToList()))
                .Where(pair => pair.Common.Exists(id => FacetOf(terms, id) is Facet.Region or Facet.Product))
                .OrderByDescending(pair => pair.Common.Count)
                .ThenByDescending(pair => BitOperations.PopCount((uint)(pair.Row.Customer.Scopes.Bits & tired.Scopes.Bits)))
                .ThenBy(pair => pair.Row.Availability.LastUsed ?? DateOnly.MinValue)
                .ThenBy(pair => pair.Row.Customer.NameKey, StringComparer.Ordinal)
                .Take(Most)
                .Select(pair => new LoadInstead(pair.Row.Customer.Id, pair.Row.Customer.Name, InWords(pair.Common))),
        ];
    }

    // Of a branch the narrowest term that both have: "Banking" says "Financial services" too.
    private string InWords(List<Guid> common)
    {
        var shared = common.Select(terms.IndexOf).Where(index => index >= 0).Select(index => terms.All[index]).ToList();
        return string.Join(", ", shared.Where(term => !shared.Exists(other => other.Parent == term.Index))
            .OrderBy(term => term.Facet).ThenBy(term => term.Index).Select(term => term.Name));
    }

    private static Facet? FacetOf(CatalogTerms terms, Guid id) => terms.IndexOf(id) is >= 0 and var index ? terms.All[index].Facet : null;
}
