namespace ReferenceHub.Core.Export;

/// <summary>The form of an exported file.</summary>
public enum ExportFormat
{
    /// <summary>Text with commas, UTF-8 with a byte order mark.</summary>
    Csv,

    /// <summary>Excel workbook.</summary>
    Xlsx,
}

/// <summary>A column: its heading, which imports read back, and its width in letters.</summary>
public sealed record ExportColumn(string Heading, int Width = 16);

/// <summary>A list on its way out: its rows are read as they are written, never all at once.</summary>
/// <param name="Title">What the rows are: "References". Names sheet and file.</param>
/// <param name="Columns">Columns, left to right.</param>
/// <param name="Total">Rows.</param>
/// <param name="Rows">The rows, cells in the order of the columns.</param>
public sealed record ExportTable(string Title, IReadOnlyList<ExportColumn> Columns, int Total, IAsyncEnumerable<ExportCell[]> Rows)
{
    /// <summary>Whether contact details leave with it.</summary>
    public bool RevealsContacts { get; init; }
}

/// <summary>An export that stands in the history; only such are written.</summary>
public sealed class LoggedExport
{
    internal LoggedExport(ExportTable table, ExportFormat format, DateOnly day) => (Table, Format, Day) = (table, format, day);

    /// <summary>The list.</summary>
    public ExportTable Table { get; }

    /// <summary>The form of the file.</summary>
    public ExportFormat Format { get; }

    /// <summary>The program's day, for the name of the file.</summary>
    public DateOnly Day { get; }
}
