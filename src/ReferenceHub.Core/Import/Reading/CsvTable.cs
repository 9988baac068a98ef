using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Core.Import.Reading;

/// <summary>Reads text with separators as a table, and names the rows that are broken.</summary>
internal static class CsvTable
{
    public static TableReading Read(byte[] content, ReadingChoice choice)
    {
        var file = FileText.Of(content, choice.Encoding);
        if (file.Refusal is { } refusal)
        {
            return new TableReading(null, null, refusal);
        }

        var delimiter = choice.Delimiter is { } chosen && DelimiterGuess.Known.Contains(chosen) ? chosen : DelimiterGuess.Of(file.Text);
        var table = new TableBuilder("file");
        var pool = new TextPool();
        foreach (var row in CsvRows.Of(file.Text, delimiter).Where(row => row.Cells.Exists(cell => cell.Length > 0) && !SaysSeparator(row)))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                row.Cells[i] = pool.Of(FormulaText.Plain(row.Cells[i]));
            }

            if (table.Headings is null)
            {
                table.Head(row.Cells);
                continue;
            }

            if (ProblemOf(row, table.Headings.Count) is { } problem)
            {
                table.Problems.Add(problem);
            }

            table.Add(row.Line, row.Cells);
        }

        return table.Built(new TableInfo(FileFormat.Csv, file.Encoding, delimiter, [], null));
    }

    private static bool SaysSeparator(CsvRow row) => row.Line == 1 && row.Cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static ImportProblem? ProblemOf(CsvRow row, int headings)
    {
        if (row.Unclosed)
        {
            return new ImportProblem(row.Line, null, "A quotation mark is opened in this row and never closed, so the rest of the file cannot be told apart.");
        }

        var filled = row.Cells.FindLastIndex(cell => cell.Length > 0) + 1;
        if (filled > headings)
        {
            return new ImportProblem(row.Line, null, $"This row has {filled} cells, the headings are {headings}. Is a separator inside a cell without quotation marks?");
        }

        return row.Cells.Count < headings
            ? new ImportProblem(row.Line, null, $"This row has {row.Cells.Count} of {headings} cells. Is a line broken in two?")
            : null;
    }
}
