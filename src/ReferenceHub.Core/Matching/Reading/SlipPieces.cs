using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Pieces of a misspelt word of which one at least is spelt right: of two halves with one letter wrong, of three thirds with two. In long words the
/// letters between the pieces are left out, since two may be swapped there.
/// </summary>
internal static class SlipPieces
{
    private const int ShortestTrimmed = 8;

    public static IEnumerable<string> Of(string word)
    {
        var slips = Slips.Allowed(word.Length);
        if (slips == 0)
        {
            return [];
        }

        var parts = slips + 1;
        return Enumerable.Range(0, parts).Select(part => Piece(word, part, parts)).Where(piece => piece.Length > 1).Distinct(StringComparer.Ordinal);
    }

    private static string Piece(string word, int part, int parts)
    {
        var trim = word.Length >= ShortestTrimmed ? 1 : 0;
        var from = (word.Length * part / parts) + (part == 0 ? 0 : trim);
        var to = (word.Length * (part + 1) / parts) - (part == parts - 1 ? 0 : trim);
        return word[from..Math.Max(from, to)];
    }
}
