using System.Net;
using System.Text;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Testing.Web;

/// <summary>A file that somebody downloads: status, headers, bytes, and the table in it.</summary>
public sealed record Download(HttpResponseMessage Response, byte[] Bytes)
{
    /// <summary>The status.</summary>
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The table in it.</summary>
    public ImportTable Table => TableReader.Read(Bytes) is { Table: { } table } ? table : throw new InvalidOperationException($"{(int)Status}: {TableReader.Read(Bytes).Refusal}");

    /// <summary>Every heading and cell, whatever the format.</summary>
    public string Words => TableReader.Read(Bytes).Table is { } table
        ? string.Join('\n', table.Rows.Select(row => string.Join('\t', row.Cells)).Prepend(string.Join('\t', table.Headings)))
        : Encoding.UTF8.GetString(Bytes);

    /// <summary>Values of a column.</summary>
    public IReadOnlyList<string> Column(string heading)
    {
        var table = Table;
        var place = table.Headings.ToList().IndexOf(heading);
        return place < 0 ? throw new InvalidOperationException($"No column {heading} among {string.Join(", ", table.Headings)}") : [.. table.Rows.Select(row => row.Cells[place])];
    }

    /// <summary>Downloads an address.</summary>
    public static async Task<Download> OfAsync(Visitor visitor, string address)
    {
        var response = await visitor.Client.GetAsync(address);
        return new Download(response, await response.Content.ReadAsByteArrayAsync());
    }
}
