using System.Globalization;

namespace ReferenceHub.Core.Import.Reading;

/// <summary>Reads the text of a file as headings and rows. Refuses what is no table; names the rows that are broken.</summary>
public static class TableReader
{
    /// <summary>Most rows of one file.</summary>
    public const int MostRows = 200_000;

    /// <summary>Most columns of one file.</summary>
    public const int MostColumns = 200;

    private const int LongestHeading = 100;

    /// <summary>Reads a table; the refusal says why there is none.</summary>
    public static (ImportTable? Table, string? Refusal) Read(FileText file, char? delimiter = null)
    {
        if (file.Refusal is { } refusal)
        {
            return (null, refusal);
        }

        var used = delimiter ?? DelimiterGuess.Of(file.Text);
        List<string>? headings = null;
        var rows = new List<ImportRow>();
        var problems = new List<ImportProblem>();
        foreach (var row in CsvRows.Of(file.Text, used).Where(row => row.Cells.Exists(cell => cell.Length > 0) && !SaysSeparator(row)))
        {
            if (headings is null)
            {
                headings = Headings(row.Cells);
                if (headings.Count > MostColumns)
                {
                    return (null, $"This file has more than {MostColumns} columns. Leave out those that are not needed.");
                }

                continue;
            }

            if (rows.Count == MostRows)
            {
                return (null, string.Create(CultureInfo.InvariantCulture, $"This file has more than {MostRows:N0} rows. Split it and import the parts one after the other."));
            }

            if (ProblemOf(row, headings) is { } problem)
            {
                problems.Add(problem);
            }

            rows.Add(new ImportRow(row.Line, row.Cells));
        }

        return (headings, rows.Count) switch
        {
            (null, _) => (null, "This file is empty."),
            (_, 0) => (null, "This file has headings but no rows below them."),
            _ => (new ImportTable(used, file.Encoding, headings, rows, problems), null),
        };
    }

    private static bool SaysSeparator(CsvRow row) => row.Line == 1 && row.Cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static List<string> Headings(List<string> cells)
    {
        cells.RemoveRange(cells.FindLastIndex(cell => cell.Length > 0) + 1, cells.Count - cells.FindLastIndex(cell => cell.Length > 0) - 1);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return cells.Select((cell, index) =>
        {
            var heading = cell.Length == 0 ? $"Column {index + 1}" : cell.Length > LongestHeading ? cell[..LongestHeading] : cell;
            seen[heading] = seen.GetValueOrDefault(heading) + 1;
            return seen[heading] == 1 ? heading : $"{heading} ({seen[heading]})";
        }).ToList();
    }

    private static ImportProblem? ProblemOf(CsvRow row, List<string> headings)
    {
        if (row.Unclosed)
        {
            return new ImportProblem(row.Line, null, "A quotation mark is opened in this row and never closed, so the rest of the file cannot be told apart.");
        }

        var filled = row.Cells.FindLastIndex(cell => cell.Length > 0) + 1;
        if (filled > headings.Count)
        {
            return new ImportProblem(row.Line, null, $"This row has {filled} cells, the headings are {headings.Count}. Is a separator inside a cell without quotation marks?");
        }

        return row.Cells.Count < headings.Count
            ? new ImportProblem(row.Line, null, $"This row has {row.Cells.Count} of {headings.Count} cells. Is a line broken in two?")
            : null;
    }
}
