namespace ReferenceHub.Core.Matching;

/// <summary>
/// The words of a need. Each has its plain letters (folded, without marks) in one text, so that a phrase of several words is a piece of it:
/// "on-prem", "on prem" and "onprem" read alike.
/// </summary>
internal sealed class NeedTokens(string source, string plain, NeedToken[] all)
{
    /// <summary>How many.</summary>
    public int Count => all.Length;

    public NeedToken this[int place] => all[place];

    /// <summary>The words of a text.</summary>
    public static NeedTokens Of(string? text) => new NeedScanner(text ?? "").Scan();

    /// <summary>The plain letters of so many words from a place.</summary>
    public ReadOnlySpan<char> Plain(int place, int length = 1) => plain.AsSpan(all[place].PlainFrom..all[place + length - 1].PlainTo);

    /// <summary>The first two plain letters from a place, 0 for the second where nothing follows.</summary>
    public (char First, char Second) Letters(int place)
    {
        var from = all[place].PlainFrom;
        return (plain[from], from + 1 < plain.Length ? plain[from + 1] : '\0');
    }

    /// <summary>All plain letters.</summary>
    public string Whole => plain;

    /// <summary>As typed.</summary>
    public string Typed(int place, int length = 1) => source[all[place].Start..all[place + length - 1].End];

    /// <summary>What stands before a word; the end of everything is a stop.</summary>
    public Pause PauseBefore(int place) => place < all.Length ? all[place].Before : Pause.Stop;

    /// <summary>The strongest pause within so many words.</summary>
    public Pause PauseWithin(int place, int length)
    {
        var strongest = Pause.None;
        for (var next = place + 1; next < place + length; next++)
        {
            strongest = all[next].Before > strongest ? all[next].Before : strongest;
        }

        return strongest;
    }

    /// <summary>Whether a word reads so.</summary>
    public bool Is(int place, string word) => place >= 0 && place < all.Length && all[place].Kind == TokenKind.Word && Plain(place).SequenceEqual(word);

    /// <summary>Whether a word is one of these.</summary>
    public bool IsAny(int place, PhraseTable<bool> words) => place >= 0 && place < all.Length && all[place].Kind == TokenKind.Word && words.TryFind(Plain(place), out _);
}
