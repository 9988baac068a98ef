using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ReferenceHub.Core.Export.Writing;

/// <summary>
/// Writes a table as a workbook of one sheet, row by row into the ZIP stream: bold headings that stay in sight, filters, numbers and dates
/// as such, text as text.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Rows of a sheet below the headings.</summary>
    public const int MostRows = 1_048_575;

    private const int Buffer = 48 * 1024;

    public static async Task WriteAsync(ExportTable table, Stream to, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (name, content) in XlsxParts.Of(table.Title))
        {
            await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
            await part.WriteAsync(Encoding.UTF8.GetBytes(content), ct);
        }

        await using var sheet = await zip.CreateEntry(XlsxParts.Sheet, CompressionLevel.Fastest).OpenAsync(ct);
        var text = new StringBuilder(Buffer + 4096);
        XlsxParts.BeginSheet(text, table.Columns);
        var rows = new XlsxRowText(table.Columns.Count);
        rows.Append(text, [.. table.Columns.Select(column => (ExportCell)column.Heading)], heading: true);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            rows.Append(text, row);
            if (text.Length > Buffer)
            {
                await FlushAsync(text, sheet, ct);
            }
        }

        XlsxParts.EndSheet(text, string.Create(CultureInfo.InvariantCulture, $"A1:{XlsxRowText.Letters(table.Columns.Count - 1)}{rows.Count}"));
        await FlushAsync(text, sheet, ct);
    }

    private static async Task FlushAsync(StringBuilder text, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
        text.Clear();
    }
}
