using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>The customers that exist, by CRM id and by folded name.</summary>
internal sealed class KnownCustomers(IReadOnlyCollection<Customer> existing)
{
    private readonly ILookup<string, Customer> byId = existing.Where(customer => customer.ExternalId is not null).ToLookup(customer => customer.ExternalId!, StringComparer.Ordinal);
    private readonly ILookup<string, Customer> byName = existing.ToLookup(customer => customer.NameKey, StringComparer.Ordinal);

    /// <summary>The customer that a row means, or why that cannot be told. The same name under another CRM id is another company.</summary>
    public (Customer? Match, string? Doubt) Find(string? externalId, string name)
    {
        if (externalId is not null && byId[externalId].ToList() is { Count: > 0 } same)
        {
            return same.Count == 1 ? (same[0], null) : (null, $"{same.Count} customers here have this CRM id. Correct them first.");
        }

        var named = byName[TextKey.Of(name, Customer.NameLength * 2)].Where(customer => externalId is null || customer.ExternalId is null).ToList();
        return named.Count > 1
            ? (null, $"{named.Count} customers here have this name. Give the CRM id in the file.")
            : (named.FirstOrDefault(), null);
    }
}

/// <summary>Which rows of the file were met already.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>The row that the same thing stands in already; null, and noted, when this is the first.</summary>
    public int? Earlier(string what, int line) => lines.TryAdd(what, line) ? null : lines[what];
}
