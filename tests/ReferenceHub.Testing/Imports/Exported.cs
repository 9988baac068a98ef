using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Writing;

namespace ReferenceHub.Testing.Imports;

/// <summary>Exports as files.</summary>
public static class Exported
{
    /// <summary>A table of these rows.</summary>
    public static ExportTable Table(string[] headings, params ExportCell[][] rows) =>
        new("Things", [.. headings.Select(heading => new ExportColumn(heading))], rows.Length, rows.ToAsyncEnumerable());

    /// <summary>The bytes of a file.</summary>
    public static async Task<byte[]> BytesAsync(ExportTable table, ExportFormat format)
    {
        using var file = new MemoryStream();
        await ExportWriter.WriteAsync(table, format, file, CancellationToken.None);
        return file.ToArray();
    }
}
