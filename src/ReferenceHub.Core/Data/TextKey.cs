using System.Globalization;
using System.Text;

namespace ReferenceHub.Core.Data;

/// <summary>The folded form of a text that uniqueness, sort and search use, alike on every database.</summary>
public static class TextKey
{
    /// <summary>As <see cref="Of(string?)"/>, cut to the width of its column: a few letters fold into many.</summary>
    public static string Of(string? text, int max)
    {
        var key = Of(text);
        return key.Length <= max ? key : key[..max];
    }

    /// <summary>NFKC, without accents, upper case, inner blanks folded to one.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var decomposed = Sound(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var blank = false;
        foreach (var letter in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsWhiteSpace(letter))
            {
                blank = folded.Length > 0;
                continue;
            }

            if (blank)
            {
                folded.Append(' ');
                blank = false;
            }

            folded.Append(char.ToUpperInvariant(letter));
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    // What is no character can't be folded; texts are refused with it, but a key must bear anything.
    private static string Sound(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                return string.Concat(text.EnumerateRunes().Where(one => one != Rune.ReplacementChar && (one.Value & 0xFFFE) != 0xFFFE).Select(one => one.ToString()));
            }
        }

        return text;
    }
}
