using System.Collections.Frozen;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Whether two company names may mean the same company: legal forms, punctuation and a slip of the keys do not count.</summary>
public static class CompanyNames
{
    /// <summary>Shortest bare name that others are found by when they start with it, in characters.</summary>
    private const int ShortestStem = 4;

    private static readonly FrozenSet<string> LegalForms = new[]
    {
        "AB", "AG", "APS", "AS", "ASA", "BV", "CO", "COMPANY", "CORP", "CORPORATION", "EG", "EK", "EV", "GBR", "GESELLSCHAFT", "GMBH", "GROUP", "GRUPPE", "HOLDING",
        "HOLDINGS", "INC", "INCORPORATED", "KFT", "KG", "KGAA", "LIMITED", "LLC", "LLP", "LP", "LTD", "MBH", "NV", "OHG", "OY", "OYJ", "PLC", "PTY", "SA", "SARL",
        "SAS", "SE", "SL", "SPA", "SRL", "SRO", "UG", "ZOO",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The folded name without punctuation and legal form: "Müller &amp; Söhne GmbH" is "MULLER SOHNE".</summary>
    public static string Bare(string? name)
    {
        var letters = TextKey.Of(name).Select(letter => char.IsLetterOrDigit(letter) ? letter : letter is '.' or '\'' or '’' ? '\0' : ' ').Where(letter => letter != '\0');
        var words = new string([.. letters]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && LegalForms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && words[0] == "THE")
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }

    /// <summary>How a bare name usually stands on record, with and without legal form: what an index finds without reading every name.</summary>
    public static IReadOnlyList<string> Spellings(string bare) =>
        [bare, $"THE {bare}", .. LegalForms.SelectMany(form => new[] { $"{bare} {form}", $"{bare} {form}.", $"{bare}, {form}", $"{bare}, {form}." }), $"{bare} GMBH & CO. KG", $"{bare} GMBH & CO KG", $"{bare} S.A.", $"{bare} S.P.A.", $"{bare} N.V.", $"{bare} B.V."];

    /// <summary>Whether two bare names are the same, one slip apart, or one is the other with words added.</summary>
    public static bool AreNear(string bare, string other)
    {
        ArgumentNullException.ThrowIfNull(bare);
        ArgumentNullException.ThrowIfNull(other);
        if (bare.Length == 0 || other.Length == 0)
        {
            return false;
        }

        var (one, two) = (bare.Replace(" ", "", StringComparison.Ordinal), other.Replace(" ", "", StringComparison.Ordinal));
        return TextDistance.Between(one, two, TextDistance.Tolerated(Math.Min(one.Length, two.Length))) is not null || Starts(bare, other) || Starts(other, bare);
    }

    private static bool Starts(string longer, string shorter) =>
        shorter.Length >= ShortestStem && longer.Length > shorter.Length && longer[shorter.Length] == ' ' && longer.StartsWith(shorter, StringComparison.Ordinal);
}
