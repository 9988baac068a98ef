using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>A number as people write it: 5000, 5,000, 5.000, 5 000, 10k, 1.5k, 2000+, 12th.</summary>
internal readonly record struct NeedNumber(double Value, int End, bool Plus, bool IsWord)
{
    private const double Most = 100_000_000;

    // What may stand right after the digits without making a name of them, such as 3M.
    private static readonly string[] Units = ["years", "year", "yrs", "yr", "y", "months", "month", "mo", "weeks", "week", "days", "day", "staff", "employees", "people", "fte", "ftes"];

    public static NeedNumber At(string text, int place)
    {
        var end = place;
        var value = Digits(text, ref end);
        for (var grouped = end - place <= 3; grouped && end + 3 < text.Length && IsGroup(text, end);)
        {
            end++;
            value = (value * 1000) + Digits(text, ref end);
        }

        if (end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]))
        {
            var start = ++end;
            value += Digits(text, ref end) / Math.Pow(10, end - start);
        }

        if (Follows(text, end, "k"))
        {
            value *= 1000;
            end++;
        }
        else if (Follows(text, end, "th") || Follows(text, end, "st") || Follows(text, end, "nd") || Follows(text, end, "rd"))
        {
            end += 2;
        }
        else if (end < text.Length && char.IsLetter(text[end]) && !IsUnit(text, end))
        {
            return new NeedNumber(0, end, false, IsWord: true);
        }

        var plus = end < text.Length && text[end] == '+';
        return new NeedNumber(Math.Min(value, Most), plus ? end + 1 : end, plus, IsWord: false);
    }

    private static bool IsUnit(string text, int at) => Array.Exists(Units, unit => Follows(text, at, unit));

    private static double Digits(string text, ref int end)
    {
        double value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            value = (value * 10) + (text[end++] - '0');
        }

        return value;
    }

    // A mark or blank, three digits, and no more.
    private static bool IsGroup(string text, int at) =>
        text[at] is '.' or ',' or '\'' or '’' or ' ' or '\u00A0' or '\u2009' or '\u202F'
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && !(at + 4 < text.Length && char.IsAsciiDigit(text[at + 4]));

    private static bool Follows(string text, int at, string word) =>
        string.Compare(text, at, word, 0, word.Length, CultureInfo.InvariantCulture, CompareOptions.OrdinalIgnoreCase) == 0 && at + word.Length <= text.Length
        && !(at + word.Length < text.Length && char.IsLetterOrDigit(text[at + word.Length]));
}
