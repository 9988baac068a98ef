using System.Runtime.InteropServices;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>How well typed words name somebody: how many of them, how many letters are off, where in the name, how long it is. The best is the smallest.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameFit(int Words, int Slips, int At, int NameWords) : IComparable<NameFit>
{
    public int CompareTo(NameFit other) =>
        other.Words != Words ? other.Words.CompareTo(Words)
        : Slips != other.Slips ? Slips.CompareTo(other.Slips)
        : At != other.At ? At.CompareTo(other.At)
        : NameWords.CompareTo(other.NameWords);

    public static bool operator <(NameFit left, NameFit right) => left.CompareTo(right) < 0;

    public static bool operator >(NameFit left, NameFit right) => left.CompareTo(right) > 0;

    public static bool operator <=(NameFit left, NameFit right) => left.CompareTo(right) <= 0;

    public static bool operator >=(NameFit left, NameFit right) => left.CompareTo(right) >= 0;
}

/// <summary>Compares typed words with a name, word for word.</summary>
internal static class NameLikeness
{
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "AG", "GMBH", "SE", "KG", "PLC", "LTD", "GROUP", "NV", "BV", "SA", "AB", "AS", "OYJ", "SPA", "INC", "CORP", "LLC", "LLP", "CO", "HOLDING", "SRL", "SARL", "KGAA", "OY", "ASA",
    };

    /// <summary>How well the first of these words name it; null when they do not. A word that any company may have in its name names nobody by itself.</summary>
    public static NameFit? Of(IReadOnlyList<string> typed, string name, Func<string, bool> isOrdinary)
    {
        var words = NeedTokens.Of(name) is var tokens ? Enumerable.Range(0, tokens.Count).Select(word => tokens.Plain(word).ToString()).ToList() : [];
        var proper = words.Count(word => !Forms.Contains(word));
        NameFit? best = null;
        for (var at = 0; at < words.Count; at++)
        {
            var slips = 0;
            var count = 0;
            var telling = false;
            while (count < typed.Count && at + count < words.Count && SlipsOf(typed[count], words[at + count], isOrdinary) is { } some)
            {
                slips += some;
                telling |= !Forms.Contains(words[at + count]) && !isOrdinary(words[at + count]);
                count++;
            }

            var fit = new NameFit(count, slips, at, words.Count);
            if (count > 0 && (telling || count >= proper) && (best is null || fit < best))
            {
                best = fit;
            }
        }

        return best;
    }

    private static int? SlipsOf(string typed, string word, Func<string, bool> isOrdinary) =>
        typed == word ? 0
        : isOrdinary(typed) ? null
        : TextDistance.Between(typed, word, Slips.Allowed(typed.Length));
}
