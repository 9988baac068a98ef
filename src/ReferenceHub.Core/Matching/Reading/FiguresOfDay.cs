using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>A day in figures: 2026-12-15, 15.12.2026, 15.12., 15/12/2026. The year is 0 where it was left out.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FiguresOfDay(int Year, int Month, int Day, int Length)
{
    public static FiguresOfDay? At(string text, int place)
    {
        var end = place;
        var first = Digits(text, ref end);
        var mark = end < text.Length ? text[end] : '\0';
        if (first < 0 || mark is not ('-' or '.' or '/'))
        {
            return null;
        }

        end++;
        var second = Digits(text, ref end);
        if (second < 0)
        {
            return null;
        }

        var marked = end < text.Length && text[end] == mark;
        var pointed = marked ? end + 1 : end;
        end = pointed;
        var third = marked ? Digits(text, ref end) : -1;
        return mark switch
        {
            '-' => third > 0 && first >= 1000 ? Of(first, second, third) : null,
            '.' when third < 0 => marked ? Of(0, second, first) : null,
            _ => third > 0 ? Of(third < 100 ? 2000 + third : third, second, first) : null,
        };

        FiguresOfDay? Of(int year, int month, int day) =>
            month is >= 1 and <= 12 && year is 0 or (>= 1990 and < 2100) && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 2024 : year, month)
                ? new FiguresOfDay(year, month, day, (third < 0 ? pointed : end) - place)
                : null;
    }

    // At most four digits, -1 when there are none.
    private static int Digits(string text, ref int end)
    {
        var start = end;
        var value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            value = end - start < 4 ? (value * 10) + (text[end] - '0') : 10_000;
            end++;
        }

        return end == start ? -1 : value;
    }
}
