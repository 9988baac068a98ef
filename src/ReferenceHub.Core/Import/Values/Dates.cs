using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferenceHub.Core.Import.Values;

/// <summary>Calendar dates in the order a file writes them.</summary>
public static partial class Dates
{
    /// <summary>The order of date cells of a workbook, which stand beside text in any other; it is mistaken for none.</summary>
    private const string Neutral = "yyyy-MM-dd";

    /// <summary>The orders that are understood: .NET format and an example.</summary>
    public static IReadOnlyList<(string Format, string Words)> Formats { get; } =
    [
        ("yyyy-M-d", "2026-12-31"), ("d/M/yyyy", "31/12/2026 (day first)"), ("M/d/yyyy", "12/31/2026 (month first)"), ("d.M.yyyy", "31.12.2026"),
        ("d-M-yyyy", "31-12-2026 (day first)"), ("M-d-yyyy", "12-31-2026 (month first)"), ("yyyy/M/d", "2026/12/31"), ("yyyyMMdd", "20261231"), ("d MMM yyyy", "31 Dec 2026"),
        ("d-MMM-yyyy", "31-Dec-2026"), ("MMM d, yyyy", "Dec 31, 2026"), ("d MMMM yyyy", "31 December 2026"),
        ("M/d/yy", "12/31/26 (month first)"), ("d/M/yy", "31/12/26 (day first)"), ("d.M.yy", "31.12.26"),
    ];

    /// <summary>The day a cell names; a time of day behind it is left out.</summary>
    public static DateOnly? Read(string cell, string format)
    {
        var day = TimeOfDay().Replace(cell, "");
        var read = DateOnly.TryParseExact(day, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            || DateOnly.TryParseExact(day, Neutral, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        return read && date.Year is >= 1900 and < 2200 ? date : null;
    }

    /// <summary>The order that fits most of these cells, and whether another one fits just as well.</summary>
    public static (string Format, bool Ambiguous) Guess(IReadOnlyCollection<string> cells)
    {
        var fits = Formats.Select(format => (format.Format, Count: cells.Count(cell => Read(cell, format.Format) is not null))).ToList();
        var best = fits.MaxBy(fit => fit.Count);
        return (best.Format, best.Count > 0 && fits.Exists(fit => fit.Count == best.Count && fit.Format != best.Format && Differ(fit.Format, best.Format, cells)));
    }

    private static bool Differ(string one, string other, IEnumerable<string> cells) => cells.Any(cell => Read(cell, one) != Read(cell, other));

    [GeneratedRegex(@"(T|\s+)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeOfDay();
}
