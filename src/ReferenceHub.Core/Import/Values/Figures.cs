using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferenceHub.Core.Import.Values;

/// <summary>Numbers as files and people write them: 1,234.56 or 1.234,56; in files with or without a currency sign.</summary>
public static partial class Figures
{
    /// <summary>The number a cell holds; null when it is none. With <paramref name="commaDecimals"/> 1.234,56 is twelve hundred.</summary>
    public static decimal? Read(string cell, bool commaDecimals)
    {
        var bare = Signs().Replace(cell, "");
        commaDecimals &= !Plain().IsMatch(bare);
        var shape = commaDecimals ? WithComma() : WithPoint();
        if (!shape.IsMatch(bare))
        {
            return null;
        }

        var plain = commaDecimals
            ? bare.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : bare.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>
    /// The number that somebody typed, where nothing around it says how they write numbers; null when it is none. A single point is that of decimals, as the
    /// program writes them; a comma is one of thousands where three digits follow it, else one of decimals: 1,234 and 12,50.
    /// </summary>
    public static decimal? Typed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Digits().IsMatch(text) ? Read(text, commaDecimals: false) is { } number && !LeadingZero().IsMatch(text) ? number : Read(text, commaDecimals: true) : null;
    }

    /// <summary>Whether more of these cells read as numbers with decimal commas.</summary>
    public static bool GuessCommaDecimals(IReadOnlyCollection<string> cells) =>
        cells.Count(cell => Read(cell, true) is not null) > cells.Count(cell => Read(cell, false) is not null);

    [GeneratedRegex(@"^\s*(?:[A-Z]{3}|[€$£¥])\s*|\s*(?:[A-Z]{3}|[€$£¥])\s*$|(?<=\d)['’\u00A0\u202F ](?=\d{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^-?\d[\d.,'’\u00A0\u202F ]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    // "0,125" groups nothing.
    [GeneratedRegex(@"^-?0\d*,", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingZero();

    // A number cell of a workbook, which stands beside text of either way of writing and can be no thousands.
    [GeneratedRegex(@"^-?\d{1,18}\.(\d{1,2}|\d{4,28})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3})+|\d{1,18})(\.\d{1,28})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"^-?(\d{1,3}(\.\d{3})+|\d{1,18})(,\d{1,28})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithComma();
}
