using System.Globalization;
using System.Text;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>How figures, spans and dates are written, the same on every page.</summary>
public static class Words
{
    /// <summary>Working minutes in a business day, when a page does not know the calendar.</summary>
    public const int MinutesPerBusinessDay = 8 * 60;

    /// <summary>Short names of dates ("Wed 25 Nov") do not follow the machine.</summary>
    public static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>1,234.</summary>
    public static string Number(long value) => value.ToString("N0", Culture);

    /// <summary>"1 contact", "3 contacts".</summary>
    public static string Count(long n, string one, string? many = null) => $"{Number(n)} {(n == 1 ? one : many ?? one + "s")}";

    /// <summary>Minor units of an ISO currency: "€ 480,000".</summary>
    public static string Money(long minor, string currency) => $"{Sign(currency)} {Number(Major(minor, currency))}";

    /// <summary>As <see cref="Money"/>, short: "€ 480k", "€ 1.2m".</summary>
    public static string ShortMoney(long minor, string currency)
    {
        var major = Major(minor, currency);
        var figure = Math.Abs(major) switch
        {
            < 10_000 => Number(major),
            < 1_000_000 => (major / 1000.0).ToString("0", Culture) + "k",
            < 10_000_000 => (major / 1_000_000.0).ToString("0.#", Culture) + "m",
            < 1_000_000_000 => (major / 1_000_000.0).ToString("0", Culture) + "m",
            _ => (major / 1_000_000_000.0).ToString("0.#", Culture) + "bn",
        };
        return $"{Sign(currency)} {figure}";
    }

    /// <summary>Business minutes in hours up to three days ("6 business hours", "1.5 business hours"), then in days.</summary>
    public static string BusinessTime(int minutes, bool brief = false)
    {
        var size = Math.Abs(minutes);
        if (size < 60)
        {
            return brief ? $"{size} min" : $"{size} business {(size == 1 ? "minute" : "minutes")}";
        }

        var inHours = size < 3 * MinutesPerBusinessDay;
        var amount = inHours ? size / 60.0 : size / (double)MinutesPerBusinessDay;
        var figure = amount.ToString(inHours && amount < 10 && amount % 1 is > 0.25 and < 0.75 ? "0.0" : "0", Culture);
        var unit = inHours ? "hour" : "day";
        return brief && inHours ? $"{figure} h" : $"{figure} {(brief ? "" : "business ")}{unit}{(figure == "1" ? "" : "s")}";
    }

    /// <summary>"25 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>"25 Nov", with the year when it is another one than today's.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "d MMM" : "d MMM yyyy", Culture);

    /// <summary>"Wed 25 Nov", with the year when it is another one than today's.</summary>
    public static string WeekDay(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", Culture);

    /// <summary>"3 days ago", "in 2 months", "today".</summary>
    public static string Ago(DateOnly day, DateOnly today)
    {
        var days = today.DayNumber - day.DayNumber;
        var size = Math.Abs(days);
        var span = size switch
        {
            < 60 => Count(size, "day"),
            < 730 => Count((int)Math.Round(size / 30.44), "month"),
            _ => Count(size / 365, "year"),
        };
        return days switch { 0 => "today", 1 => "yesterday", -1 => "tomorrow", > 0 => $"{span} ago", _ => $"in {span}" };
    }

    /// <summary>Up to two initials of a name.</summary>
    public static string Initials(string? name)
    {
        var parts = (name ?? "").Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => Rune.IsLetterOrDigit(part.EnumerateRunes().First())).ToArray();
        var letters = parts.Length > 1 ? $"{parts[0].EnumerateRunes().First()}{parts[^1].EnumerateRunes().First()}" : string.Concat(parts.SelectMany(part => part.EnumerateRunes()).Take(2));
        return letters.ToUpperInvariant();
    }

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string? text) => string.IsNullOrEmpty(text) ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"DoNotUse" → "Do not use".</summary>
    public static string Sentence(string? term)
    {
        if (string.IsNullOrEmpty(term))
        {
            return "";
        }

        var text = new StringBuilder(term.Length + 4).Append(term[0]);
        foreach (var letter in term.Skip(1))
        {
            text.Append(char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter == '_' ? " " : letter.ToString());
        }

        return text.ToString();
    }

    private static long Major(long minor, string currency) => (long)Math.Round(Currencies.ToMajor(minor, currency), MidpointRounding.AwayFromZero);

    private static string Sign(string currency) => currency switch { "EUR" => "€", "USD" => "$", "GBP" => "£", _ => currency };
}
