using System.Globalization;
using System.Text;
using ReferenceHub.Core.Import.Reading.Xlsx;

namespace ReferenceHub.Core.Export.Writing;

/// <summary>Rows of a sheet as XML.</summary>
internal sealed class XlsxRowText(int columns)
{
    private const int LongestText = 32_767;
    private const int LeapBug = 60;
    private static readonly DateTime Zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly string[] letters = [.. Enumerable.Range(0, columns).Select(Letters)];

    /// <summary>Rows so far.</summary>
    public int Count { get; private set; }

    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString(CultureInfo.InvariantCulture) : Letters(column / 26 - 1) + Letters(column % 26);

    public void Append(StringBuilder xml, ExportCell[] cells, bool heading = false)
    {
        Count++;
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{Count}\">");
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            if (cell.Kind == CellKind.Blank)
            {
                continue;
            }

            xml.Append("<c r=\"").Append(letters[column]).Append(Count).Append('"');
            switch (cell.Kind)
            {
                case CellKind.Number:
                    xml.Append(CultureInfo.InvariantCulture, $"><v>{cell.Number}</v></c>");
                    break;
                case CellKind.Date or CellKind.Moment:
                    xml.Append(CultureInfo.InvariantCulture, $" s=\"{(cell.Kind == CellKind.Date ? XlsxParts.DateStyle : XlsxParts.MomentStyle)}\"><v>{Serial(cell.At)}</v></c>");
                    break;
                default:
                    xml.Append(heading ? $" s=\"{XlsxParts.HeadingStyle}\"" : "").Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    AppendText(xml, cell.Text!);
                    xml.Append("</t></is></c>");
                    break;
            }
        }

        xml.Append("</row>");
    }

    // Spreadsheets believe in 29 February 1900.
    private static double Serial(DateTime at)
    {
        var days = (at - Zero).TotalDays;
        return days <= LeapBug ? days - 1 : days;
    }

    private static void AppendText(StringBuilder xml, string text)
    {
        var shown = XlsxText.Escaped(text.Length > LongestText ? string.Concat(text.AsSpan(0, LongestText - 1), "…") : text);
        foreach (var letter in shown)
        {
            _ = letter switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                _ => xml.Append(letter),
            };
        }
    }
}
