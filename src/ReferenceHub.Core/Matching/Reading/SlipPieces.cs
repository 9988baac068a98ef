using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Pieces of a misspelt word of which one at least is spelt right: of two halves with one letter wrong, of three thirds with two. Where two letters
/// are swapped between the pieces, the halves miss it and the word swapped back has it; between thirds these letters are left out.
/// </summary>
internal static class SlipPieces
{
    public static IEnumerable<string> Of(string word) => (Slips.Allowed(word.Length) switch
    {
        0 => [],
        1 => (string[])[word[..(word.Length / 2)], word[(word.Length / 2)..], Swapped(word, word.Length / 2)],
        _ => [word[..((word.Length / 3) - 1)], word[((word.Length / 3) + 1)..((word.Length * 2 / 3) - 1)], word[((word.Length * 2 / 3) + 1)..]],
    }).Where(piece => piece.Length > 1).Distinct(StringComparer.Ordinal);

    private static string Swapped(string word, int at) => $"{word[..(at - 1)]}{word[at]}{word[at - 1]}{word[(at + 1)..]}";
}
