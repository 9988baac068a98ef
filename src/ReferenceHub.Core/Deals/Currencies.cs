using System.Globalization;

namespace ReferenceHub.Core.Deals;

/// <summary>ISO 4217 currencies the program knows, with the decimals of their minor unit.</summary>
public static class Currencies
{
    private static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal)
    {
        ["AED"] = 2, ["ARS"] = 2, ["AUD"] = 2, ["BGN"] = 2, ["BHD"] = 3, ["BRL"] = 2, ["CAD"] = 2, ["CHF"] = 2, ["CLP"] = 0, ["CNY"] = 2,
        ["COP"] = 2, ["CZK"] = 2, ["DKK"] = 2, ["EGP"] = 2, ["EUR"] = 2, ["GBP"] = 2, ["HKD"] = 2, ["HUF"] = 2, ["IDR"] = 2, ["ILS"] = 2,
        ["INR"] = 2, ["ISK"] = 0, ["JOD"] = 3, ["JPY"] = 0, ["KES"] = 2, ["KRW"] = 0, ["KWD"] = 3, ["MAD"] = 2, ["MXN"] = 2, ["MYR"] = 2,
        ["NGN"] = 2, ["NOK"] = 2, ["NZD"] = 2, ["PHP"] = 2, ["PLN"] = 2, ["RON"] = 2, ["RSD"] = 2, ["SAR"] = 2, ["SEK"] = 2, ["SGD"] = 2,
        ["THB"] = 2, ["TRY"] = 2, ["TWD"] = 2, ["UAH"] = 2, ["USD"] = 2, ["VND"] = 0, ["ZAR"] = 2,
    };

    /// <summary>Codes in order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Digits.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the program knows the code.</summary>
    public static bool Knows(string? code) => code is not null && Digits.ContainsKey(code);

    /// <summary>Decimals of the minor unit: 2 for EUR, 0 for JPY.</summary>
    public static int DigitsOf(string code) => Digits.GetValueOrDefault(code, 2);

    /// <summary>An amount in minor units, exactly; null when it has more decimals than the currency or is out of range.</summary>
    public static long? ToMinor(decimal amount, string code)
    {
        if (Math.Abs(amount) > 1_000_000_000_000_000m)
        {
            return null;
        }

        var minor = amount * Scale(code);
        return decimal.Truncate(minor) == minor ? (long)minor : null;
    }

    /// <summary>Minor units as an amount.</summary>
    public static decimal ToMajor(long minor, string code) => minor / Scale(code);

    /// <summary>An amount in words: "EUR 1,234.50".</summary>
    public static string Words(decimal amount, string code) => $"{code} {amount.ToString($"N{DigitsOf(code)}", CultureInfo.InvariantCulture)}";

    /// <summary>What is wrong with an amount that somebody typed and that is kept in hundredths: below 0, or finer than the currency; null when nothing is.</summary>
    public static string? WhyNot(decimal amount, string code)
    {
        var digits = Math.Min(2, DigitsOf(code));
        return amount < 0 ? "It is 0 or more."
            : decimal.Round(amount, digits) == amount ? null
            : digits == 0 ? $"{code} has no decimals; thousands are written as 12345 or 12,345."
            : string.Create(CultureInfo.InvariantCulture, $"{code} has {digits} decimals; thousands are written as 12345 or 12,345.");
    }

    private static decimal Scale(string code) => DigitsOf(code) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
