namespace ReferenceHub.Core.Import.Reading;

/// <summary>What kind of file a table stands in.</summary>
public enum FileFormat
{
    /// <summary>Text with separators.</summary>
    Csv,

    /// <summary>Excel workbook since 2007.</summary>
    Xlsx,
}

/// <summary>A sheet of a workbook; its size in rows and columns as the workbook says, null where it does not.</summary>
public sealed record SheetInfo(string Name, int? Rows, int? Columns, bool Hidden);

/// <summary>How a file was read: what was detected, or chosen. Encoding and separator mean something for CSV, sheets for a workbook.</summary>
public sealed record TableInfo(FileFormat Format, FileEncoding Encoding, char Delimiter, IReadOnlyList<SheetInfo> Sheets, string? Sheet);

/// <summary>How a file is to be read where the detected is wrong; null leaves it to detection, and so does what the file does not have.</summary>
public sealed record ReadingChoice(string? Sheet = null, char? Delimiter = null, FileEncoding? Encoding = null);

/// <summary>A table with how it was read, or why there is none; the sheets are known in either case.</summary>
public sealed record TableReading(ImportTable? Table, TableInfo? Info, string? Refusal)
{
    /// <summary>The table, or why there is none.</summary>
    public void Deconstruct(out ImportTable? table, out string? refusal) => (table, refusal) = (Table, Refusal);
}

/// <summary>A file that is refused, with the reason in words.</summary>
internal sealed class RefusedFileException(string reason) : Exception(reason);
