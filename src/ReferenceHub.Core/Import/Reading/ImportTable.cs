namespace ReferenceHub.Core.Import.Reading;

/// <summary>One row of a file: the line it starts on (or the row of the sheet) and its cells, trimmed.</summary>
public sealed record ImportRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A file as headings and rows, with how it was read and what is wrong with its shape.</summary>
public sealed record ImportTable(TableInfo Info, IReadOnlyList<string> Headings, IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>What separates cells in the file.</summary>
    public char Delimiter => Info.Delimiter;

    /// <summary>Values of one column, blank ones left out.</summary>
    public IEnumerable<string> ValuesOf(int column) =>
        Rows.Select(row => column < row.Cells.Count ? row.Cells[column] : "").Where(value => value.Length > 0);
}

/// <summary>Why a row cannot be taken: its line in the file, the column where there is one, and what to do, in words.</summary>
public sealed record ImportProblem(int Line, string? Column, string Text);
