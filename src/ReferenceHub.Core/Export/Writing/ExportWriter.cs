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

    /// <summary>Writes all rows.</summary>
    public static Task WriteAsync(LoggedExport export, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(export);
        return export.Format == ExportFormat.Csv ? CsvExport.WriteAsync(export.Table, to, ct) : XlsxExport.WriteAsync(export.Table, to, ct);
    }
}
