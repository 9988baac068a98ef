namespace ReferenceHub.Core.Matching;

/// <summary>A place where somebody is named to be like: from the first word of the phrase, the name itself, and whether a deal is spoken of.</summary>
internal readonly record struct LikePhrase(int Place, int NameAt, int NameLength, bool SaysDeal);

/// <summary>Finds "like X", "similar environment to X", "same setup as X" in a need.</summary>
internal static class LikePhrases
{
    private const int LongestName = 6;
    private const int Farthest = 6;
    private static readonly PhraseTable<bool> Direct = PhraseTable.Of("like, just like, a lot like, much like, something like, somebody like, someone like, customers like, akin to, resembling, resembles, comparable to, comparable with, similar to, such as, wie, ähnlich wie, vergleichbar mit, comme, similaire à, como, come, zoals");
    private static readonly PhraseTable<bool> Likeness = PhraseTable.Of("similar, same, comparable, alike, equivalent, matching, ähnlich, ähnliche, ähnliches, ähnlicher, gleiche, gleicher, gleiches, vergleichbare, vergleichbar, même");
    private static readonly PhraseTable<bool> Than = PhraseTable.Of("to, as, as at, as in, with, wie, mit, que, à");
    private static readonly PhraseTable<bool> Leading = PhraseTable.Of("our, the, my, their, customer, client, reference, prospect, prospects, the prospect of, prospect of, deal, opportunity, account, that of, those of, at, of, unser, unsere, dem, der, die, das");
    private static readonly PhraseTable<bool> Deal = PhraseTable.Of("deal, prospect, prospects, opportunity, account");
    private static readonly PhraseTable<bool> Articles = PhraseTable.Of("a, an, any, ein, eine, einer, un, une");

    /// <summary>The places, in their order.</summary>
    public static List<LikePhrase> In(NeedTokens tokens)
    {
        var found = new List<LikePhrase>();
        for (var place = 0; place < tokens.Count; place++)
        {
            if (CueAt(tokens, place) is > 0 and var cue && NameAfter(tokens, place, place + cue) is { } phrase)
            {
                found.Add(phrase);
                place = phrase.NameAt - 1;
            }
        }

        return found;
    }

    /// <summary>The places where somebody may be named to be left out: "not X", "anybody but our customer X".</summary>
    public static List<LikePhrase> Refused(NeedTokens tokens)
    {
        var found = new List<LikePhrase>();
        for (var place = 0; place < tokens.Count; place++)
        {
            var length = Cues.All.Longest(tokens, place, out var cue);
            if (length > 0 && cue == Cue.Not && NameAfter(tokens, place + length, place + length) is { } phrase)
            {
                found.Add(phrase);
            }

            place += Math.Max(0, length - 1);
        }

        return found;
    }

    /// <summary>Another name after one that was found: "like X or Y".</summary>
    public static LikePhrase? Another(NeedTokens tokens, int place) =>
        (tokens.Is(place, "OR") || tokens.Is(place, "AND")) && tokens.PauseBefore(place) == Pause.None ? NameAfter(tokens, place, place + 1) : null;

    private static LikePhrase? NameAfter(NeedTokens tokens, int place, int at)
    {
        var saysDeal = false;
        while (at < tokens.Count && tokens.PauseBefore(at) == Pause.None && Leading.Longest(tokens, at, out _) is > 0 and var words)
        {
            for (var word = at; word < at + words; word++)
            {
                saysDeal |= tokens.IsAny(word, Deal);
            }

            at += words;
        }

        if (at >= tokens.Count || tokens.PauseBefore(at) != Pause.None || tokens.IsAny(at, Articles))
        {
            return null;
        }

        var length = 1;
        while (length < LongestName && at + length < tokens.Count && tokens.PauseBefore(at + length) == Pause.None)
        {
            length++;
        }

        for (var word = at; word < at + length; word++)
        {
            saysDeal |= tokens.IsAny(word, Deal);
        }

        return new LikePhrase(place, at, length, saysDeal);
    }

    // How many words say "like"; 0 when none do.
    private static int CueAt(NeedTokens tokens, int place)
    {
        if (Direct.Longest(tokens, place, out _) is > 0 and var direct)
        {
            return direct;
        }

        if (Likeness.Longest(tokens, place, out _) == 0)
        {
            return 0;
        }

        for (var at = place + 1; at < tokens.Count && at <= place + Farthest && tokens.PauseBefore(at) == Pause.None; at++)
        {
            if (Than.Longest(tokens, at, out _) is > 0 and var than)
            {
                return at + than - place;
            }
        }

        return 0;
    }

    /// <summary>How many words after a name belong to it: "the Sihl deal".</summary>
    public static int Trailing(NeedTokens tokens, int place) => tokens.IsAny(place, Deal) && tokens.PauseBefore(place) == Pause.None ? 1 : 0;
}
