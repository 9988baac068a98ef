using System.Collections.Frozen;

namespace ReferenceHub.Core.Matching;

/// <summary>Lists of plain words, read from the texts beside this file.</summary>
internal static class WordLists
{
    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Small = Words("SmallWords.txt");
    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Common = Words("CommonWords.txt");

    /// <summary>Whether a word says nothing about what is looked for.</summary>
    public static bool IsSmall(ReadOnlySpan<char> plain) => Small.Value.Contains(plain);

    /// <summary>Whether a word is a common one, so that no term is seen in it by a slip of the finger.</summary>
    public static bool IsCommon(ReadOnlySpan<char> plain) => IsSmall(plain) || Common.Value.Contains(plain) || (plain.Length > 3 && plain[^1] == 'S' && (IsSmall(plain[..^1]) || Common.Value.Contains(plain[..^1])));

    private static Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Words(string name) => new(() =>
        EmbeddedText.Lines(name).SelectMany(line => line.Split(' ')).Select(word => NeedTokens.Of(word).Whole).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());
}
