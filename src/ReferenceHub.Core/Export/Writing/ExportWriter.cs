using System.Globalization;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Export.Writing;

/// <summary>Writes an export to a stream as it is read.</summary>
public static class ExportWriter
{
    /// <summary>Type of the file.</summary>
    public static string ContentTypeOf(ExportFormat format) =>
        format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Name of the file: "past-uses-2026-11-22.xlsx".</summary>
    public static string FileNameOf(LoggedExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        var name = string.Concat(TextKey.Of(export.Table.Title).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{name}-{export.Day:yyyy-MM-dd}.{(export.Format == ExportFormat.Csv ? "csv" : "xlsx")}");
    }

    /// <summary>Writes all rows of an export that is noted.</summary>
    public static Task WriteAsync(LoggedExport export, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(export);
        return WriteAsync(export.Table, export.Format, to, ct);
    }

    /// <summary>Writes all rows of a table.</summary>
    public static Task WriteAsync(ExportTable table, ExportFormat format, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        return format == ExportFormat.Csv ? CsvExport.WriteAsync(table, to, ct) : XlsxExport.WriteAsync(table, to, ct);
    }
}
