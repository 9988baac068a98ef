using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import.Fields;

/// <summary>Guesses by its headings what a file holds and which column is which field.</summary>
public static class ColumnGuess
{
    /// <summary>The kind whose fields more headings name; what only deals have weighs double.</summary>
    public static ImportKind KindOf(IReadOnlyList<string> headings) =>
        Weight(headings, ImportKind.Opportunities) > Weight(headings, ImportKind.Customers) ? ImportKind.Opportunities : ImportKind.Customers;

    /// <summary>Field key → column, for headings that go by the field's name or a synonym; each column once.</summary>
    public static Dictionary<string, int> ColumnsOf(IReadOnlyList<string> headings, ImportKind kind)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var plain = headings.Select(Plain).ToList();
        foreach (var field in ImportFields.Of(kind))
        {
            var names = new[] { Plain(field.Label), Plain(field.Key) }.Concat(field.Synonyms);
            var column = names.Select(name => plain.IndexOf(name)).FirstOrDefault(index => index >= 0 && !found.ContainsValue(index), -1);
            if (column >= 0)
            {
                found[field.Key] = column;
            }
        }

        return found;
    }

    private static int Weight(IReadOnlyList<string> headings, ImportKind kind) =>
        ColumnsOf(headings, kind).Keys.Sum(field => field is ImportFields.Stage or ImportFields.Amount or ImportFields.Closes ? 2 : 1);

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
