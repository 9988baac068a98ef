using System.Text.RegularExpressions;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>A word of a need: as typed, folded, and whether it stood in quotes.</summary>
internal sealed record NeedWord(string Text, string Folded, bool Quoted);

/// <summary>Cuts a need into words; "quoted words" stay together.</summary>
internal static partial class NeedWords
{
    public static List<NeedWord> Of(string? text) =>
    [
        .. Words().Matches((text ?? "").Replace('’', '\'')).Select(match => match.Groups["quoted"] is { Success: true } quoted
            ? new NeedWord(quoted.Value.Trim(), TextKey.Of(quoted.Value), Quoted: true)
            : new NeedWord(match.Value, TextKey.Of(match.Value), Quoted: false))
            .Where(word => word.Folded.Length > 0),
    ];

    [GeneratedRegex("""["“](?<quoted>[^"“”]{1,200})["”]|\d+(?:[.,\u2009 ]\d{3})+\+?|[\p{L}\p{Nd}&+][\p{L}\p{M}\p{Nd}&+'./-]*[\p{L}\p{M}\p{Nd}&+]|[\p{L}\p{Nd}&]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Words();
}
