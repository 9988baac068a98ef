using System.Globalization;
using System.Text;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>A filled cell: its column counted from 0, and its value as text.</summary>
internal readonly record struct XlsxCell(int Column, string Value);

/// <summary>Goes through the rows of a sheet that hold anything, one at a time. Of a formula the value last shown is taken.</summary>
internal static class XlsxRows
{
    private const int LastColumn = 16_384;

    /// <summary>Row number and filled cells; the list is used again for the next row.</summary>
    public static IEnumerable<(int Line, List<XlsxCell> Cells)> Of(GuardedXml xml, XlsxValues values)
    {
        var cells = new List<XlsxCell>();
        var raw = new StringBuilder();
        var (inside, taking, inPhonetic, line, column) = (false, false, false, 0, -1);
        string? type = null, style = null;
        while (xml.Next())
        {
            if (xml.IsText)
            {
                if (taking)
                {
                    xml.AppendTo(raw);
                }

                continue;
            }

            switch (xml.Name)
            {
                case "sheetData":
                    inside = xml.IsElement && !xml.IsEmpty;
                    if (!inside)
                    {
                        yield break;
                    }

                    break;
                case "row" when inside && xml.IsElement:
                    (line, column) = (RowNumber(xml.Attribute("r"), line), -1);
                    cells.Clear();
                    break;
                case "row" when inside && cells.Count > 0:
                    yield return (line, cells);
                    break;
                case "c" when inside && xml.IsElement:
                    (type, style, column) = (xml.Attribute("t"), xml.Attribute("s"), ColumnNumber(xml.Attribute("r"), column));
                    raw.Clear();
                    break;
                case "c" when inside && xml.IsEnd:
                    if (cells.Count > LastColumn)
                    {
                        throw new RefusedFileException(XlsxPackage.Damaged);
                    }

                    if (values.Of(type, style, raw.ToString()) is { Length: > 0 } value)
                    {
                        cells.Add(new XlsxCell(column, value));
                    }

                    break;
                case "rPh":
                    inPhonetic = xml.IsElement && !xml.IsEmpty;
                    break;
                case "v" or "t" when inside:
                    taking = xml.IsElement && !xml.IsEmpty && !inPhonetic;
                    break;
            }
        }
    }

    private static int RowNumber(string? text, int before) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : before + 1;

    // "AB12" is column 27; a cell that names none stands behind the one before.
    private static int ColumnNumber(string? reference, int before)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter) || column > LastColumn)
            {
                break;
            }

            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        column = column == 0 ? before + 1 : column - 1;
        return column < LastColumn ? column : throw new RefusedFileException(XlsxPackage.Damaged);
    }
}
