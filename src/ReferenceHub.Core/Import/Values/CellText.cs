using System.Text;

namespace ReferenceHub.Core.Import.Values;

/// <summary>What is wrong with the letters of a cell, and how its blanks are folded.</summary>
public static class CellText
{
    private static readonly HashSet<string> Errors = new(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"], StringComparer.Ordinal);

    private static readonly System.Buffers.SearchValues<char> Turning = System.Buffers.SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The problem in words; null when there is none.</summary>
    public static string? ProblemOf(string cell, int max)
    {
        if (cell.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        {
            return "This cell holds control characters. Delete them in the file.";
        }

        if (cell.Length is > 3 and < 9 && cell[0] == '#' && Errors.Contains(cell))
        {
            return $"This cell holds the error {cell}. Correct the formula in the workbook.";
        }

        if (cell.AsSpan().IndexOfAny(Turning) >= 0)
        {
            return "This cell holds letters that turn the direction of writing. Delete them in the file.";
        }

        if (cell.Contains('\uFFFD') || cell.Contains('\uFFFE') || cell.Contains('\uFFFF') || !IsWhole(cell))
        {
            return "This cell holds broken characters. Was the file saved in another encoding? Save it as CSV (UTF-8).";
        }

        return max > 0 && cell.Length > max ? $"This text has {cell.Length} characters, at most {max} fit." : null;
    }

    /// <summary>On one line, inner blanks folded to one.</summary>
    public static string OneLine(string cell) =>
        cell.Any(char.IsWhiteSpace) ? string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : cell;

    /// <summary>Whether a spreadsheet would run it as a formula.</summary>
    public static bool LooksLikeFormula(string cell) =>
        cell.Length > 1 && (cell[0] is '=' or '@' || (cell[0] is '+' or '-' && cell.Any(char.IsLetter)));

    /// <summary>The words of a cell that holds several: parted by semicolons and lines, else by commas.</summary>
    public static IEnumerable<string> Parts(string cell)
    {
        char[] breaks = cell.AsSpan().ContainsAny(';', '\n', '|') ? [';', '\n', '|'] : [','];
        return cell.Split(breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsWhole(string cell)
    {
        foreach (var rune in cell.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
