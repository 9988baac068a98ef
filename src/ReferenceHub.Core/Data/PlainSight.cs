using System.Globalization;
using System.Text;

namespace ReferenceHub.Core.Data;

/// <summary>What of a text can be seen.</summary>
public static class PlainSight
{
    // Letters and signs by their class that draw nothing: fillers of Hangul and an empty Braille cell.
    private static readonly HashSet<int> Fillers = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    /// <summary>True of a text in which nothing can be seen: none, blanks, or only marks such as a zero-width space.</summary>
    public static bool IsEmpty(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                return false;
            }
        }

        return true;
    }

    // A mark that stands on no letter is nothing to read either.
    private static bool IsInvisible(Rune rune) => Fillers.Contains(rune.Value) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.Control or UnicodeCategory.Format or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
