using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>Letters that XML cannot hold stand in a workbook as _x000D_; so does an underscore that would look like one.</summary>
public static partial class XlsxText
{
    /// <summary>The text that is meant.</summary>
    public static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(text, match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    /// <summary>The text as a workbook holds it.</summary>
    public static string Escaped(string text)
    {
        var shown = text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(text, "_x005F$0") : text;
        return Unfit().Replace(shown, match => string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_"));
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0D\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfit();
}
