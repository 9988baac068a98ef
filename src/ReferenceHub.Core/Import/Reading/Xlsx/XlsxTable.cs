using System.Globalization;
using System.Xml;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>Reads a sheet of a workbook as a table: the chosen one, else the first visible one that has rows, else a hidden one.</summary>
internal static class XlsxTable
{
    private const long MostSheetBytes = 300L * 1024 * 1024;
    private const int Tried = 20;

    public static TableReading Read(byte[] content, ReadingChoice choice)
    {
        try
        {
            using var package = XlsxPackage.Open(content);
            return Read(package, choice);
        }
        catch (Exception error) when (error is XmlException or InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            return new TableReading(null, null, XlsxPackage.Damaged);
        }
    }

    private static TableReading Read(XlsxPackage package, ReadingChoice choice)
    {
        var book = XlsxBook.Read(package);
        if (book.Sheets.Count == 0)
        {
            return new TableReading(null, null, "This workbook has no sheets with cells.");
        }

        var values = new XlsxValues(XlsxStrings.Read(package, book.StringsPath), XlsxFormats.Read(package, book.StylesPath), book.From1904);
        var sheets = book.Sheets.ConvertAll(sheet => SheetSizes.Of(package, sheet));
        var chosen = book.Sheets.Find(sheet => string.Equals(sheet.Name, choice.Sheet, StringComparison.OrdinalIgnoreCase));
        TableReading? first = null;
        foreach (var sheet in chosen is null ? book.Sheets.OrderBy(sheet => sheet.Hidden).Take(Tried) : [chosen])
        {
            var read = Read(package, sheet, values, new TableInfo(FileFormat.Xlsx, FileEncoding.Utf8, ',', sheets, sheet.Name));
            if (read.Table is not null)
            {
                return read;
            }

            first ??= read;
        }

        return first!;
    }

    private static TableReading Read(XlsxPackage package, XlsxSheet sheet, XlsxValues values, TableInfo info)
    {
        var table = new TableBuilder("sheet");
        var pool = new TextPool();
        try
        {
            using var xml = package.Xml(sheet.Path, MostSheetBytes);
            foreach (var (line, cells) in XlsxRows.Of(xml, values))
            {
                if (table.Headings is null)
                {
                    table.Head(First(cells));
                    continue;
                }

                if (cells.Find(cell => cell.Column >= table.Headings.Count) is { Value: not null } stray)
                {
                    table.Problems.Add(new ImportProblem(line, null, $"This row has “{Short(stray.Value)}” in column {Letters(stray.Column)}, which has no heading."));
                }

                table.Add(line, Filled(cells, table.Headings.Count, pool));
            }
        }
        catch (RefusedFileException refused)
        {
            return new TableReading(null, info, refused.Message);
        }

        return table.Built(info);
    }

    private static string[] First(List<XlsxCell> cells)
    {
        var last = cells.Max(cell => cell.Column);
        return Filled(cells, Math.Min(last, TableReader.MostColumns) + 1, new TextPool());
    }

    private static string[] Filled(List<XlsxCell> cells, int columns, TextPool pool)
    {
        var row = new string[columns];
        Array.Fill(row, "");
        foreach (var cell in cells.Where(cell => cell.Column < columns))
        {
            row[cell.Column] = pool.Of(cell.Value);
        }

        return row;
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString(CultureInfo.InvariantCulture) : Letters(column / 26 - 1) + Letters(column % 26);
}
