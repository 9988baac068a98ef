using System.Globalization;

namespace ReferenceHub.Core.References;

/// <summary>How a confidential customer is called before its name is released: "DACH banking, 20k staff".</summary>
public static class AnonymousName
{
    /// <summary>The blind name from the broad region, the industry and the rounded head count.</summary>
    public static string Of(string? region, string? industry, int? employees)
    {
        var who = string.Join(' ', new[] { region, industry is null ? "customer" : $"{Lowered(industry)} customer" }.Where(part => part is not null));
        return employees is { } heads ? $"{Capital(who)}, {Rounded(heads)} staff" : Capital(who);
    }

    /// <summary>Head count cut to its first digit, so that it does not identify; bands of staff never cut finer.</summary>
    public static string Rounded(int heads) => heads switch
    {
        >= 100_000 => string.Create(CultureInfo.InvariantCulture, $"{heads / 100_000 * 100}k"),
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{heads / 10_000 * 10}k"),
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"{heads / 1000}k"),
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{heads / 100 * 100}"),
        _ => "under 100",
    };

    // "Banking" within a sentence is "banking"; a word all in capitals stays.
    private static string Lowered(string name) =>
        name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
