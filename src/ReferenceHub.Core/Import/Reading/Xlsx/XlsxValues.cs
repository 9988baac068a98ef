using System.Globalization;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>Values of cells as text in one neutral form: 2026-12-31, 2026-12-31 14:30:00, 1234.5, true.</summary>
internal sealed class XlsxValues(List<string> texts, List<NumberFormat> formats, bool from1904)
{
    private const double FirstDay = 1, LastDay = 2_958_466;
    private const int LeapBug = 60, Between1900And1904 = 1462;

    public string Of(string? type, string? style, string raw) => type switch
    {
        "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index].Trim() : "",
        "b" => raw == "1" ? "true" : raw.Length == 0 ? "" : "false",
        "str" or "inlineStr" => XlsxText.Unescaped(raw).Trim(),
        "e" => raw.Trim(),
        "d" => DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? Moment(at) : raw.Trim(),
        _ => Number(raw.Trim(), style),
    };

    private string Number(string raw, string? style)
    {
        var format = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < formats.Count ? formats[index] : default;
        if (raw.Length is 0 || !double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || Math.Abs(number) > 1e27)
        {
            return raw;
        }

        if (format.IsDate && number >= 0 && number < LastDay)
        {
            return Date(number);
        }

        // A decimal keeps the 15 digits that a spreadsheet shows, where the double would end in …8999999.
        var text = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point > 0)
        {
            // Three decimals could be read as thousands where files write 1.234,56; four cannot.
            text = text.TrimEnd('0').TrimEnd('.');
            return text.Length - point == 4 ? text + "0" : text;
        }

        return text.PadLeft(number < 0 ? 0 : format.Digits, '0');
    }

    private string Date(double serial)
    {
        if (serial < FirstDay && !from1904)
        {
            return DateTime.UnixEpoch.AddSeconds(Math.Round(serial * 86400)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        // Spreadsheets believe in 29 February 1900: days before it count one less.
        var days = from1904 ? serial + Between1900And1904 : serial < LeapBug ? serial + 1 : serial;
        return days < LastDay ? Moment(new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(days * 86400))) : serial.ToString(CultureInfo.InvariantCulture);
    }

    private static string Moment(DateTime at) => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
