namespace ReferenceHub.Core.Matching;

/// <summary>Things that somebody had before or does not want instead, "replaced Oracle", "moved from SAP": they stay words, so that the opposite is never asked for.</summary>
internal static class Former
{
    private const int MostBetween = 3;
    private static readonly PhraseTable<bool> Had = PhraseTable.Of(
        "replaced, replaces, replacing, replace, replacement of, replacement for, switched from, switched away from, switching from, switch from, moved from, moved off, moved away from, moving from, moving off, moving away from, move from, migrated from, migrated off, migrated away from, migrating from, migrating off, migration from, migrate from, came from, coming from, got rid of, retired, abgelöst, ersetzt, migriert von, umgestiegen von, a remplacé, remplacé");
    private static readonly PhraseTable<bool> Instead = PhraseTable.Of("instead of, rather than, in place of, anstatt, anstelle von, statt, au lieu de");
    private static readonly PhraseTable<bool> Onwards = PhraseTable.Of("by, with, to, durch, par");

    /// <summary>How many words from a place speak of such a thing; 0 when none do.</summary>
    public static int At(NeedTokens tokens, int place, Vocabulary vocabulary)
    {
        var anything = Instead.Longest(tokens, place, out _);
        var length = anything > 0 ? anything : Had.Longest(tokens, place, out _);
        if (length == 0)
        {
            return 0;
        }

        var thing = place + length;
        for (var skipped = 0; skipped < MostBetween && IsBetween(tokens, thing) && NamedAt(tokens, thing, vocabulary, anything > 0) == 0; skipped++)
        {
            thing++;
        }

        var end = thing + NamedAt(tokens, thing, vocabulary, anything > 0);
        while (end > thing && Joints.IsJoint(tokens, end) && NamedAt(tokens, end + 1, vocabulary, anything > 0) is > 0 and var another)
        {
            end += 1 + another;
        }

        return end > thing ? end - place : 0;
    }

    private static bool IsBetween(NeedTokens tokens, int place) =>
        place < tokens.Count && tokens.PauseBefore(place) == Pause.None && !tokens.IsAny(place, Onwards) && WordLists.IsSmall(tokens.Plain(place));

    private static int NamedAt(NeedTokens tokens, int place, Vocabulary vocabulary, bool anything)
    {
        if (place >= tokens.Count || tokens.PauseBefore(place) != Pause.None || tokens[place].Kind != TokenKind.Word)
        {
            return 0;
        }

        for (var length = Math.Min(vocabulary.Longest, tokens.Count - place); length > 0; length--)
        {
            if (vocabulary.Named(tokens, place, length) is { } named)
            {
                return IsThing(named, anything) ? length : 0;
            }
        }

        return !WordLists.IsCommon(tokens.Plain(place)) && vocabulary.Misspelt(tokens, place, 1) is { } almost && IsThing(almost, anything) ? 1 : 0;
    }

    // Who replaced a legacy core did modernise.
    private static bool IsThing(List<CatalogTerm> named, bool anything) =>
        anything || named.Exists(term => term.Facet is Facet.Integration or Facet.Platform or Facet.Product or Facet.Deployment);
}
