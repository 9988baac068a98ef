using System.Globalization;
using System.Text;
using ReferenceHub.Core.Import.Values;

namespace ReferenceHub.Core.Export.Writing;

/// <summary>Writes a table as text with commas. Text that a spreadsheet would run gets an apostrophe before it, which imports take off again.</summary>
internal static class CsvExport
{
    private const int Buffer = 32 * 1024;

    public static async Task WriteAsync(ExportTable table, Stream to, CancellationToken ct)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Buffer, leaveOpen: true);
        var line = new StringBuilder();
        Append(line, table.Columns.Select(column => (ExportCell)column.Heading));
        await writer.WriteAsync(line, ct);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            line.Clear();
            Append(line, row);
            await writer.WriteAsync(line, ct);
        }
    }

    private static void Append(StringBuilder line, IEnumerable<ExportCell> cells)
    {
        foreach (var cell in cells)
        {
            Append(line, cell);
            line.Append(',');
        }

        line.Length--;
        line.Append("\r\n");
    }

    private static void Append(StringBuilder line, ExportCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Number:
                line.Append(CultureInfo.InvariantCulture, $"{cell.Number}");
                break;
            case CellKind.Date:
                line.Append(CultureInfo.InvariantCulture, $"{cell.At:yyyy-MM-dd}");
                break;
            case CellKind.Moment:
                line.Append(CultureInfo.InvariantCulture, $"{cell.At:yyyy-MM-dd HH:mm}");
                break;
            case CellKind.Text:
                AppendText(line, FormulaText.Neutral(cell.Text!));
                break;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",;\t|\"\r\n");

    private static void AppendText(StringBuilder line, string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]))
        {
            line.Append(text);
            return;
        }

        line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
