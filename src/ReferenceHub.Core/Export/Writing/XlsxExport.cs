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
        await using var packed = new DrainedStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in XlsxParts.Of(table.Title))
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            using var sheet = zip.CreateEntry(XlsxParts.Sheet, CompressionLevel.Fastest).Open();
            var text = new StringBuilder(Buffer + 4096);
            XlsxParts.BeginSheet(text, table.Columns);
            var rows = new XlsxRowText(table.Columns.Count);
            rows.Append(text, [.. table.Columns.Select(column => (ExportCell)column.Heading)], heading: true);
            await foreach (var row in table.Rows.WithCancellation(ct))
            {
                rows.Append(text, row);
                if (text.Length > Buffer)
                {
                    Pack(text, sheet);
                    await packed.DrainAsync(to, ct);
                }
            }

            XlsxParts.EndSheet(text, string.Create(CultureInfo.InvariantCulture, $"A1:{XlsxRowText.Letters(table.Columns.Count - 1)}{rows.Count}"));
            Pack(text, sheet);
        }

        await packed.DrainAsync(to, ct);
    }

    private static void Pack(StringBuilder text, Stream sheet)
    {
        sheet.Write(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }
}
