using System.IO.Compression;
using System.Text;

namespace ReferenceHub.Testing.Imports;

/// <summary>Makes workbooks part by part, also such as no spreadsheet program would write.</summary>
public sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly List<(string Name, Action<Stream> Write)> parts = [];
    private readonly List<(string Name, string State)> sheets = [];
    private string properties = "";

    /// <summary>A workbook of one sheet with these rows in XML.</summary>
    public static byte[] Of(string rows) => new Workbook().Sheet("Sheet1", rows).Bytes();

    /// <summary>A row of texts.</summary>
    public static string Row(params string[] cells) =>
        $"<row>{string.Concat(cells.Select(cell => cell.Length == 0 ? "<c/>" : $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>"))}</row>";

    /// <summary>Adds a sheet; the state may be "hidden".</summary>
    public Workbook Sheet(string name, string rows, string state = "visible", string before = "")
    {
        sheets.Add((name, state));
        return Part($"xl/worksheets/sheet{sheets.Count}.xml", $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData></worksheet>");
    }

    /// <summary>Adds number formats: style 0 is general, style n the n-th code.</summary>
    public Workbook Formats(params string[] codes) => Part(
        "xl/styles.xml",
        $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(codes.Select((code, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>"))}</numFmts>"
        + $"<cellXfs><xf numFmtId=\"0\"/>{string.Concat(codes.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>"))}</cellXfs></styleSheet>");

    /// <summary>Adds the table of shared texts, in XML.</summary>
    public Workbook Strings(string items) => Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{items}</sst>");

    /// <summary>Counts days from 1904, as old Macintosh workbooks do.</summary>
    public Workbook From1904()
    {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// <summary>Adds any part.</summary>
    public Workbook Part(string name, string content) => Part(name, part => part.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>Adds any part that is written as it goes.</summary>
    public Workbook Part(string name, Action<Stream> write)
    {
        parts.Add((name, write));
        return this;
    }

    /// <summary>Adds a sheet of so many megabytes of blank rows, which pack to next to nothing.</summary>
    public Workbook Bomb(int megabytes)
    {
        sheets.Add(("Sheet1", "visible"));
        return Part($"xl/worksheets/sheet{sheets.Count}.xml", part =>
        {
            var rows = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<row/>", 1024 * 1024 / 6)));
            part.Write(Encoding.ASCII.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>"));
            for (var i = 0; i < megabytes; i++)
            {
                part.Write(rows);
            }

            part.Write("</sheetData></worksheet>"u8);
        });
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
            Write(zip, "xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{properties}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>"));
            var relations = string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
            Write(zip, "xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"{Package}\">{relations}<Relationship Id=\"t\" Type=\"{Office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"f\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"));
            foreach (var (name, write) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(part);
            }
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(content);
    }
}
