using System.Numerics;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Finds idle customers that could be asked instead of a tired one: those like it that are willing for something that it is willing for.</summary>
internal sealed class LoadAlike(CatalogTerms terms, IReadOnlyList<LoadRow> idle)
{
    private const int Most = 3;

    private readonly Lazy<Alike> alike = new(() => new Alike([.. idle.Select(row => row.Customer.Subject)], id => FacetOf(terms, id) == Facet.Product));
    private readonly Lazy<Dictionary<Guid, LoadRow>> rows = new(() => idle.ToDictionary(row => row.Customer.Id));

    /// <summary>The few most alike; the longest idle first among equals.</summary>
    public IReadOnlyList<LoadInstead> Of(LoadCustomer tired) =>
    [
        .. alike.Value.To(tired.Subject).Select(peer => (peer.Shared, Row: rows.Value[peer.Who.CustomerId]))
            .Select(peer => (peer.Shared, peer.Row, Scopes: BitOperations.PopCount((uint)(peer.Row.Customer.Scopes.Bits & tired.Scopes.Bits))))
            .Where(peer => peer.Scopes > 0)
            .OrderByDescending(peer => peer.Shared)
            .ThenByDescending(peer => peer.Scopes)
            .ThenBy(peer => peer.Row.Availability.LastUsed ?? DateOnly.MinValue)
            .ThenBy(peer => peer.Row.Customer.NameKey, StringComparer.Ordinal)
            .Take(Most)
            .Select(peer => new LoadInstead(peer.Row.Customer.Id, peer.Row.Customer.Name, InWords(peer.Row.Customer.Subject.SegmentIds.Where(tired.Subject.SegmentIds.Contains)))),
    ];

    // Of a branch the narrowest term that both have: "Banking" says "Financial services" too.
    private string InWords(IEnumerable<Guid> common)
    {
        var shared = common.Select(terms.IndexOf).Where(index => index >= 0).Select(index => terms.All[index]).ToList();
        return string.Join(", ", shared.Where(term => !shared.Exists(other => other.Parent == term.Index))
            .OrderBy(term => term.Facet).ThenBy(term => term.Index).Select(term => term.Name));
    }

    private static Facet? FacetOf(CatalogTerms terms, Guid id) => terms.IndexOf(id) is >= 0 and var index ? terms.All[index].Facet : null;
}
