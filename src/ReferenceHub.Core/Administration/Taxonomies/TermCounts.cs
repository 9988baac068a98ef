using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Small sums that places share.</summary>
internal static class TermCounts
{
    /// <summary>Counts by key turned into counts by row.</summary>
    public static IReadOnlyDictionary<Guid, int> ByKey(IReadOnlyList<Term> terms, IEnumerable<(string Key, int Count)> counts)
    {
        var sums = counts.GroupBy(count => count.Key, StringComparer.Ordinal).ToDictionary(key => key.Key, key => key.Sum(count => count.Count), StringComparer.Ordinal);
        return terms.Where(term => sums.ContainsKey(term.Key)).ToDictionary(term => term.Id, term => sums[term.Key]);
    }

    /// <summary>The list with one key in place of another, none twice.</summary>
    public static List<string> Replaced(this IEnumerable<string> keys, string key, string by) =>
        [.. keys.Select(own => own == key ? by : own).Distinct(StringComparer.Ordinal)];
}
