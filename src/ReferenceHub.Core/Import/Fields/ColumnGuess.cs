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

    /// <summary>Field key → column, for headings that go by the field's name, else by a synonym; each column once.</summary>
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
