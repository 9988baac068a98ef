using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>
/// Finds customers by name for lists and pickers: every word typed stands in the name, and nobody is found by a name that the viewer may not know.
/// Palette and search look the names up in the catalog instead, by the same words, where hidden ones are not read either and slips are forgiven.
/// </summary>
public static class CustomersByName
{
    private const int MostWords = 6;

    /// <summary>Those of the customers that are called so, as far as this viewer may know their names; all of those without words.</summary>
    public static IQueryable<Customer> Called(this IQueryable<Customer> customers, string? words, Viewer viewer, ReferenceHubDbContext db, DateTime now)
    {
        var found = customers.NamedFor(viewer, db, now);
        foreach (var word in WordsOf(words))
        {
            found = found.Where(customer => customer.NameKey.Contains(word));
        }

        return found;
    }

    /// <summary>Whether a folded name is called so.</summary>
    public static bool IsCalled(string nameKey, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(nameKey);
        ArgumentNullException.ThrowIfNull(words);
        return words.All(word => nameKey.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The words of a name that are looked for, folded.</summary>
    public static IReadOnlyList<string> WordsOf(string? words) => [.. TextKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
}
