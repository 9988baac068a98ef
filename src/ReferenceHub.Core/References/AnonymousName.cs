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
    public static string Rounded(int heads) => RoundedStaff(heads) switch
    {
        >= 1000 and var thousands => string.Create(CultureInfo.InvariantCulture, $"{thousands / 1000}k"),
        >= 100 and var hundreds => string.Create(CultureInfo.InvariantCulture, $"{hundreds}"),
        _ => "under 100",
    };

    /// <summary>Head count as far as a blind name tells it: cut to its first digit, at most to hundreds of thousands; 1 for fewer than 100, 0 when unknown.</summary>
    public static int RoundedStaff(int heads) => heads switch
    {
        >= 100_000 => heads / 100_000 * 100_000,
        >= 10_000 => heads / 10_000 * 10_000,
        >= 1000 => heads / 1000 * 1000,
        >= 100 => heads / 100 * 100,
        > 0 => 1,
        _ => 0,
    };

    // "Banking" within a sentence is "banking"; a word all in capitals stays.
    private static string Lowered(string name) =>
        name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
