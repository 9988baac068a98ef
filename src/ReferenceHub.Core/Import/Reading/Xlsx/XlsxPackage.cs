using System.IO.Compression;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>The ZIP file that a workbook is, opened with distrust: count, names, declared and real sizes of its parts are held against limits.</summary>
internal sealed class XlsxPackage : IDisposable
{
    public const string Damaged = "This workbook is damaged. Open it in your spreadsheet program, save it anew as .xlsx and upload that.";
    public const string TooLarge = "This workbook unpacks to more than any table we take. Copy the sheet into a new workbook and upload that.";

    private const int MostParts = 2000;
    private const long MostInflated = 400L * 1024 * 1024;
    private const long HarmlessSize = 20L * 1024 * 1024;
    private const int MostRatio = 250;

    private readonly ZipArchive zip;
    private readonly InflateBudget budget = new(MostInflated);
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private XlsxPackage(ZipArchive zip) => this.zip = zip;

    /// <summary>Opens a workbook, or refuses what is none or unsafe to unpack.</summary>
    public static XlsxPackage Open(byte[] content)
    {
        var package = new XlsxPackage(new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read));
        try
        {
            package.Check();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string path) => parts.ContainsKey(path);

    /// <summary>A part as XML, of at most so many bytes.</summary>
    public GuardedXml Xml(string path, long most) =>
        new(new GuardedStream((parts.GetValueOrDefault(path) ?? throw new RefusedFileException(Damaged)).Open(), budget, most));

    public void Dispose() => zip.Dispose();

    private void Check()
    {
        if (zip.Entries.Count > MostParts)
        {
            throw new RefusedFileException(TooLarge);
        }

        var inflated = 0L;
        foreach (var entry in zip.Entries)
        {
            inflated += entry.Length;
            if (!IsSafe(entry.FullName) || !parts.TryAdd(entry.FullName, entry))
            {
                throw new RefusedFileException("This workbook holds parts with unsafe names, as no spreadsheet program writes them. It is not read.");
            }

            if (entry.Length > MostInflated || inflated > MostInflated || (entry.Length > HarmlessSize && entry.Length / MostRatio > entry.CompressedLength))
            {
                throw new RefusedFileException(TooLarge);
            }
        }

        if (OtherKind() is { } other)
        {
            throw new RefusedFileException(other);
        }
    }

    private static bool IsSafe(string name) =>
        name.Length is > 0 and < 300 && name[0] != '/' && !name.AsSpan().ContainsAny('\\', ':', '\0') && !name.Split('/').Contains("..", StringComparer.Ordinal);

    private string? OtherKind() =>
        Has("_rels/.rels") && parts.Keys.Any(name => name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)) ? null
        : parts.Keys.Any(name => name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)) ? "This is a binary Excel workbook (.xlsb). Save it as .xlsx and upload that."
        : Has("mimetype") && Has("content.xml") ? "This is an OpenDocument file. Save it as .xlsx or CSV and upload that."
        : Has("word/document.xml") || Has("ppt/presentation.xml") ? "This is a document, not a table. Save the table as .xlsx or CSV and upload that."
        : "This is a ZIP file, not a workbook. Unpack it and upload the table inside.";
}
