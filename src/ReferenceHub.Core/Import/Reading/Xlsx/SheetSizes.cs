using System.Globalization;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>The size of a sheet as its first lines say ("A1:N1001"), without going through its rows.</summary>
internal static class SheetSizes
{
    private const long Looked = 8 * 1024 * 1024;

    public static SheetInfo Of(XlsxPackage package, XlsxSheet sheet)
    {
        string? reference = null;
        using var xml = package.Xml(sheet.Path, Looked);
        while (xml.Next() && !(xml.IsElement && xml.Name is "sheetData"))
        {
            if (xml.IsElement && xml.Name == "dimension")
            {
                reference = xml.Attribute("ref");
                break;
            }
        }

        if (reference is null || reference.Length > 40)
        {
            return new SheetInfo(sheet.Name, null, null, sheet.Hidden);
        }

        var corner = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var digits = corner.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
        var letters = corner[..^digits.Length];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && letters.Length is > 0 and <= 3
            ? new SheetInfo(sheet.Name, rows, letters.Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1), sheet.Hidden)
            : new SheetInfo(sheet.Name, null, null, sheet.Hidden);
    }
}
