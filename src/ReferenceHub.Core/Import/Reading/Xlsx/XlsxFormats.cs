using System.Globalization;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>How numbers of a cell are meant to be shown: as a date, or with so many digits at least.</summary>
internal readonly record struct NumberFormat(bool IsDate, int Digits)
{
    /// <summary>Reads a format code such as dd/mm/yyyy or 00000; only its first section counts.</summary>
    public static NumberFormat Of(string code)
    {
        if (code.Length is > 1 and <= 20 && code.All(letter => letter == '0'))
        {
            return new NumberFormat(false, code.Length);
        }

        var quoted = false;
        for (var i = 0; i < code.Length && (quoted || code[i] != ';'); i++)
        {
            var letter = char.ToLowerInvariant(code[i]);
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\\' or '_' or '*')
            {
                i++;
            }
            else if (!quoted && letter == '[' && code.IndexOf(']', i) is var end and > 0)
            {
                if (code[(i + 1)..end].ToLowerInvariant() is "h" or "hh" or "m" or "mm" or "s" or "ss")
                {
                    return new NumberFormat(true, 0);
                }

                i = end;
            }
            else if (!quoted && letter is 'd' or 'm' or 'y' or 'h' or 's')
            {
                return new NumberFormat(true, 0);
            }
        }

        return default;
    }
}

/// <summary>The number formats of a workbook by the style number that cells name.</summary>
internal static class XlsxFormats
{
    private const long MostBytes = 16 * 1024 * 1024;
    private const int Most = 70_000;

    public static List<NumberFormat> Read(XlsxPackage package, string? path)
    {
        var styles = new List<NumberFormat>();
        if (path is null || !package.Has(path))
        {
            return styles;
        }

        var own = new Dictionary<int, NumberFormat>();
        var inCells = false;
        using var xml = package.Xml(path, MostBytes);
        while (xml.Next() && styles.Count < Most)
        {
            if (xml.IsElement && xml.Name == "numFmt" && own.Count < Most)
            {
                own[Number(xml.Attribute("numFmtId"))] = NumberFormat.Of(xml.Attribute("formatCode") ?? "");
            }
            else if (xml.Name == "cellXfs")
            {
                inCells = xml.IsElement && !xml.IsEmpty;
            }
            else if (inCells && xml.IsElement && xml.Name == "xf")
            {
                var id = Number(xml.Attribute("numFmtId"));
                styles.Add(own.TryGetValue(id, out var format) ? format : new NumberFormat(IsBuiltInDate(id), 0));
            }
        }

        return styles;
    }

    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
