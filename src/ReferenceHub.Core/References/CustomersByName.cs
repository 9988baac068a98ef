using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>
/// Finds customers by name for lists and pickers: every word typed stands in the name, and nobody is found by a name that the viewer may not know.
/// Search and palette look the names up in the catalog instead, where hidden ones are not read either.
/// </summary>
public static class CustomersByName
{
    private const int MostWords = 6;

    /// <summary>Those of the customers that are called so, as far as this viewer may know their names; all of those without words.</summary>
    public static IQueryable<Customer> Called(this IQueryable<Customer> customers, string? words, Viewer viewer, ReferenceHubDbContext db, DateTime now)
    {
        var found = customers.NamedFor(viewer, db, now);
        foreach (var word in TextKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            found = found.Where(customer => customer.NameKey.Contains(word));
        }

        return found;
    }
}
