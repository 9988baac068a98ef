namespace ReferenceHub.Core.Matching;

/// <summary>Comparisons with somebody instead of a figure: "bigger than Alpenbank", "at least twice as large as X". Nobody's size is looked up for them, so they are left as text, whole.</summary>
internal static class Comparisons
{
    private static readonly PhraseTable<bool> Leading = PhraseTable.Of("at least, at most, more than, less than, about, around, roughly, nearly, almost, mindestens, höchstens, etwa");

    private static readonly PhraseTable<bool> Times = PhraseTable.Of(
        "twice, double, half, thrice, two times, three times, four times, five times, ten times, doppelt so, dreimal so, halb so, deux fois, dos veces");

    private static readonly PhraseTable<bool> Core = PhraseTable.Of(
        "larger than, bigger than, greater than, smaller than, as large as, as big as, as small as, as many staff as, as many employees as, the size of, grösser als, größer als, kleiner als, gross wie, groß wie, plus grand que, plus petit que, más grande que");

    /// <summary>How many words from a place compare; 0 where none do, or a figure follows.</summary>
    public static int At(NeedTokens tokens, int place)
    {
        var at = place + Leading.Longest(tokens, place, out _);
        at += Times.Longest(tokens, at, out _);
        var core = Core.Longest(tokens, at, out _);
        return core == 0 || at + core >= tokens.Count || tokens.PauseWithin(place, at + core + 1 - place) != Pause.None || tokens[at + core].Kind == TokenKind.Number || Figures.At(tokens, at + core) is not null ? 0 : at + core - place;
    }
}
