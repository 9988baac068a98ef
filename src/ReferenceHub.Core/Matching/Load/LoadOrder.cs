using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>Narrows and sorts the rows of the load calendar.</summary>
internal static class LoadOrder
{
    /// <summary>Those of the owner, segment, tier and name looked for, whatever view is chosen. Broader terms hold the narrower; an unknown one shows nobody rather than everybody.</summary>
    public static IEnumerable<LoadRow> Within(this IEnumerable<LoadRow> rows, LoadFilter filter, CatalogTerms terms)
    {
        Guid[] segments = [.. Term(Facet.Industry, filter.IndustryKey), .. Term(Facet.Region, filter.RegionKey), .. Term(Facet.Product, filter.ProductKey)];
        var words = string.IsNullOrWhiteSpace(filter.Words) ? null : TextKey.Of(filter.Words.Trim());
        return rows.Where(row => (filter.OwnerId is null || row.Customer.OwnerId == filter.OwnerId)
            && (filter.Tier is null || row.Customer.Subject.Tier == filter.Tier)
            && segments.All(row.Customer.Subject.SegmentIds.Contains)
            && (words is null || row.Customer.NameKey.Contains(words, StringComparison.Ordinal)));

        Guid[] Term(Facet facet, string? key) => string.IsNullOrEmpty(key) ? [] : [terms.Find(facet, key)?.Id ?? Guid.Empty];
    }

    /// <summary>In the order asked for; the idle by how long they are idle unless another order is asked for.</summary>
    public static IEnumerable<LoadRow> InOrder(this IEnumerable<LoadRow> rows, string? sort, LoadView view) => (sort switch
    {
        "name" => rows.OrderBy(row => row.Customer.NameKey, StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(row => row.Customer.NameKey, StringComparer.Ordinal),
        "used" => rows.OrderBy(row => row.Taken),
        "-used" => rows.OrderByDescending(row => row.Taken),
        "fatigue" => rows.OrderBy(row => row.Fatigue.Score),
        null or "" when view == LoadView.Idle => rows.OrderBy(row => row.Availability.LastUsed ?? DateOnly.MinValue),
        _ => rows.OrderByDescending(row => row.Fatigue.Score),
    }).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal).ThenBy(row => row.Customer.Id);
}
