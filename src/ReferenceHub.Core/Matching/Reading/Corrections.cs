using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>Words that say that something takes the place of what was asked for before: "actually insurance", "Switzerland instead".</summary>
internal static class Corrections
{
    private static readonly PhraseTable<bool> Leading = PhraseTable.Of("actually, make it, make that, change to, change it to, change that to, eigentlich, doch lieber, lieber, plutôt");
    private static readonly PhraseTable<bool> Trailing = PhraseTable.Of("instead, stattdessen");

    /// <summary>The facets of which something new was said to take the place.</summary>
    public static ImmutableArray<Facet> Of(NeedTokens tokens, List<NeedItem> items)
    {
        var from = tokens.Is(0, "NO") ? 1 : 0;
        var isLed = Leading.Longest(tokens, from, out _) > 0;
        return [.. items.Where(item => item.Criterion is { Not: false } && ((isLed && !IsCut(from, item.Place, Pause.Stop)) || IsTrailed(item))).Select(item => item.Criterion!.Value.Facet).Distinct()];

        bool IsTrailed(NeedItem item)
        {
            var word = item.End;
            while (word < tokens.Count && tokens.PauseBefore(word) < Pause.Comma)
            {
                if (tokens.IsAny(word, Trailing))
                {
                    return true;
                }

                word++;
            }

            return false;
        }

        bool IsCut(int first, int last, Pause pause) => tokens.PauseWithin(first, last - first + 1) >= pause;
    }
}
