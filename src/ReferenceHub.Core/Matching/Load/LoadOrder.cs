using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Narrows and sorts the rows of the load calendar.</summary>
internal static class LoadOrder
{
    /// <summary>Those of the owner, segment, tier and name looked for, whatever view is chosen. Broader terms hold the narrower; an unknown one shows nobody rather than everybody.</summary>
    public static IEnumerable<LoadRow> Within(this IEnumerable<LoadRow> rows, LoadFilter filter, CatalogTerms terms) => rows.Within(row => row.Customer, filter, terms);

    /// <summary>The same of customers.</summary>
    public static IEnumerable<LoadCustomer> Within(this IEnumerable<LoadCustomer> customers, LoadFilter filter, CatalogTerms terms) => customers.Within(customer => customer, filter, terms);

    private static IEnumerable<T> Within<T>(this IEnumerable<T> rows, Func<T, LoadCustomer> of, LoadFilter filter, CatalogTerms terms)
    {
        Guid[] segments = [.. Term(Facet.Industry, filter.IndustryKey), .. Term(Facet.Region, filter.RegionKey), .. Term(Facet.Product, filter.ProductKey)];
        var words = CustomersByName.WordsOf(filter.Words);
        return rows.Where(row => of(row) is var customer && (filter.OwnerId is null || customer.OwnerId == filter.OwnerId)
            && (filter.Tier is null || customer.Subject.Tier == filter.Tier)
            && segments.All(customer.Subject.SegmentIds.Contains)
            && CustomersByName.IsCalled(customer.NameKey, words));

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
