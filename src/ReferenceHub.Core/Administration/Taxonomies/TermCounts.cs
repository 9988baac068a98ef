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

    /// <summary>The rows of the terms that are asked for.</summary>
    public static Guid[] Ids(this IReadOnlyList<Term> terms) => [.. terms.Select(term => term.Id)];

    /// <summary>Their keys.</summary>
    public static string[] Keys(this IReadOnlyList<Term> terms) => [.. terms.Select(term => term.Key)];

    /// <summary>What an address must contain to name one of them: the key of a single one, else the name of their filter.</summary>
    public static string Trace(this IReadOnlyList<Term> terms, string filter) => terms is [var only] ? only.Key : filter;

    /// <summary>The list with one key in place of another, none twice.</summary>
    public static List<string> Replaced(this IEnumerable<string> keys, string key, string by) =>
        [.. keys.Select(own => own == key ? by : own).Distinct(StringComparer.Ordinal)];
}
