using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import.Fields;

/// <summary>Guesses by its headings what a file holds and which column is which field.</summary>
public static class ColumnGuess
{
    /// <summary>The kind whose fields more headings name; what only that kind has weighs double. Customers when nothing speaks for another.</summary>
    public static ImportKind KindOf(IReadOnlyList<string> headings) =>
        new[] { ImportKind.Customers, ImportKind.Contacts, ImportKind.Opportunities, ImportKind.Permissions, ImportKind.PastUses, ImportKind.ProductUses, ImportKind.Products }
            .MaxBy(kind => Weight(headings, kind));

    /// <summary>Field key → column, for headings that go by the field's name, else by a synonym, else by one of them misspelt; each column once.</summary>
    public static Dictionary<string, int> ColumnsOf(IReadOnlyList<string> headings, ImportKind kind)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var plain = headings.Select(Plain).ToList();
        var fields = ImportFields.Of(kind);
        foreach (var field in fields)
        {
            Take(field, [Plain(field.Label), Plain(field.Key)]);
        }

        foreach (var field in fields.Where(field => !found.ContainsKey(field.Key)))
        {
            Take(field, field.Synonyms);
        }

        for (var column = 0; column < plain.Count; column++)
        {
            if (!found.ContainsValue(column) && Misspelt(plain[column], fields.Where(field => !found.ContainsKey(field.Key))) is { } field)
            {
                found[field.Key] = column;
            }
        }

        return found;

        void Take(ImportField field, IEnumerable<string> names)
        {
            var column = names.Select(name => plain.IndexOf(name)).FirstOrDefault(index => index >= 0 && !found.ContainsValue(index), -1);
            if (column >= 0)
            {
                found[field.Key] = column;
            }
        }
    }

    // One letter off, in a heading long enough that it is hardly another word; of two fields as near, neither.
    private static ImportField? Misspelt(string heading, IEnumerable<ImportField> fields)
    {
        if (heading.Length < Slips.Shortest)
        {
            return null;
        }

        var near = fields.Where(field => field.Synonyms.Append(Plain(field.Label)).Append(Plain(field.Key))
            .Any(name => name.Length >= Slips.Shortest && TextDistance.Between(heading, name, most: 1) is not null)).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static int Weight(IReadOnlyList<string> headings, ImportKind kind)
    {
        var found = ColumnsOf(headings, kind).Keys;
        return ImportFields.IsPart(kind) && !ImportFields.SaysWhose(found) ? 0 : found.Sum(field => ImportFields.TellingOf(kind).Contains(field) ? 2 : 1);
    }

    private static string Plain(string heading)
    {
        var letters = new StringBuilder(heading.Length);
        foreach (var letter in TextKey.Of(heading).Where(char.IsLetterOrDigit))
        {
            letters.Append(char.ToLowerInvariant(letter));
        }

        return letters.ToString();
    }
}
