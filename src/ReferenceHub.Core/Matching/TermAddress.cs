namespace ReferenceHub.Core.Matching;

/// <summary>Terms within the query of an address: <c>industry=banking</c>, <c>prefer=industry:banking</c> and <c>not=industry:retail</c>; other pairs are passed over.</summary>
public static class TermAddress
{
    /// <summary>Keys of a facet that a query names, each once.</summary>
    public static IEnumerable<string> KeysOf(string? query, Facet facet) =>
        Pairs(query).Select(pair => KeyOf(pair, facet)).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The query with one key of a facet in place of another, and no pair twice.</summary>
    public static string Replace(string query, Facet facet, string key, string by)
    {
        ArgumentNullException.ThrowIfNull(query);
        return string.Join('&', Pairs(query).Select(pair => KeyOf(pair, facet) == key ? pair[..(pair.Length - Cut(pair).Length)] + by : pair).Distinct(StringComparer.Ordinal));
    }

    private static string[] Pairs(string? query) => (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string? KeyOf(string pair, Facet facet)
    {
        var name = facet.Name();
        return pair.StartsWith($"{name}=", StringComparison.Ordinal) || IsNamed(Criterion.PreferName) || IsNamed(Criterion.NotName) ? Cut(pair) : null;

        bool IsNamed(string how) => pair.StartsWith($"{how}={name}:", StringComparison.Ordinal) || pair.StartsWith($"{how}={name}%3A", StringComparison.OrdinalIgnoreCase);
    }

    // Keys are written as they are: letters, digits and hyphens.
    private static string Cut(string pair)
    {
        var encoded = pair.LastIndexOf("%3A", StringComparison.OrdinalIgnoreCase);
        return pair[(Math.Max(pair.LastIndexOfAny(['=', ':']) + 1, encoded < 0 ? 0 : encoded + 3))..];
    }
}
