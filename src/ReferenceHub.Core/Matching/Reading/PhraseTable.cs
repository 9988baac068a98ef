using System.Collections.Frozen;

namespace ReferenceHub.Core.Matching;

/// <summary>Phrases and what they mean, looked up by plain letters; the longest phrase at a place counts.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly Starts starts = new();
    private readonly int longest;

    public PhraseTable(IEnumerable<(string Phrase, T Meaning)> phrases)
    {
        var plain = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (phrase, meaning) in phrases)
        {
            var tokens = NeedTokens.Of(phrase);
            plain.TryAdd(tokens.Whole, meaning);
            starts.Add(tokens.Whole);
            longest = Math.Max(longest, tokens.Count);
        }

        known = plain.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The meaning of one phrase.</summary>
    public bool TryFind(ReadOnlySpan<char> plain, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T meaning) => known.TryGetValue(plain, out meaning);

    /// <summary>The longest phrase at a place that no pause cuts: how many words it has, 0 when there is none.</summary>
    public int Longest(NeedTokens tokens, int place, out T? meaning)
    {
        meaning = default;
        if (place >= tokens.Count || tokens[place].Kind != TokenKind.Word || !starts.MayBe(tokens, place))
        {
            return 0;
        }

        for (var length = Math.Min(longest, tokens.Count - place); length > 0; length--)
        {
            if (tokens.PauseWithin(place, length) == Pause.None && known.TryGetValue(tokens.Plain(place, length), out meaning))
            {
                return length;
            }
        }

        return 0;
    }
}

/// <summary>Makes tables of phrases that mean the same.</summary>
internal static class PhraseTable
{
    /// <summary>Words that belong together.</summary>
    public static PhraseTable<bool> Of(params string[] phrases) => new(phrases.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries)).Select(phrase => (phrase, true)));
}
