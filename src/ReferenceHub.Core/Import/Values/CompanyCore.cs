using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Import.Values;

/// <summary>The part of a company's name that tells it from others: folded, without blanks, signs and legal form. "Alpenbank AG" and "Alpen-Bank" are ALPENBANK.</summary>
public static class CompanyCore
{
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "AG", "GMBH", "MBH", "SE", "KG", "KGAA", "OHG", "EG", "EV", "CO", "COMPANY", "INC", "INCORPORATED", "CORP", "CORPORATION", "LTD", "LIMITED", "LLC", "LLP", "LP", "PLC",
        "SA", "SAS", "SARL", "SRL", "SPA", "BV", "NV", "AB", "AS", "ASA", "OY", "OYJ", "APS", "PTY", "PTE", "KK", "SL", "DD", "DOO", "ZOO", "GROUP", "GRUPPE", "HOLDING", "HOLDINGS",
        "AND", "UND", "ET",
    };

    /// <summary>The core of a name.</summary>
    public static string Of(string? name)
    {
        var plain = TextKey.Of(name).Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var words = Words(plain);
        var kept = words.Count;
        while (kept > 1 && Forms.Contains(words[kept - 1]))
        {
            kept--;
        }

        return string.Concat(words.Take(kept));
    }

    /// <summary>The figures in a name: "Depot 12" and "Depot 13" differ by one letter and are not near.</summary>
    public static string FiguresOf(string core) => string.Concat(core.Where(char.IsDigit));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
