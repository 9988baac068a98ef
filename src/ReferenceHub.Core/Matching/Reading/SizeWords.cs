namespace ReferenceHub.Core.Matching;

/// <summary>Sizes in words before somebody who has one: "a small bank", "big German insurer", "huge company".</summary>
internal static class SizeWords
{
    private const int Ahead = 4;
    private static readonly PhraseTable<string> Sizes = new(
    [
        .. Of("under-500", "small, smaller sized, very small, tiny, little, klein, kleine, kleiner, kleines, kleinen, petit, petite, petits, petites"),
        .. Of("500-2000", "mid, medium, mid sized, mid size, midsize, midsized, medium size, medium sized, mittelgross, mittelgrosse, mittelgrosser, mittelgroße, mittelgroßer, mittlere, mittleres"),
        .. Of("2000-10000", "large, big, major, sizeable, sizable, gross, grosse, grosser, grosses, grossen, große, großer, großes, großen, grand, grande, grands, grandes"),
        .. Of("over-10000", "huge, very large, very big, really large, really big, giant, enormous, massive, gigantic, sehr grosse, sehr große, riesige, riesiger, très grand, très grande"),
    ]);

    private static readonly PhraseTable<bool> Whose = PhraseTable.Of(
        "company, companies, customer, customers, firm, firms, client, clients, business, businesses, enterprise, enterprises, organisation, organisations, organization, organizations, corporation, corporations, corporate, corporates, player, players, employer, employers, vendor, vendors, provider, providers, supplier, suppliers, operator, operators, manufacturer, manufacturers, unternehmen, firma, firmen, kunde, kunden, entreprise, entreprises, empresa, azienda, bedrijf");

    // What may go on after a size that stands alone: "something big in Germany", "big, with SAP".
    private static readonly PhraseTable<bool> Further = PhraseTable.Of("in, on, from, with, using, running, based, but, that, which, who, auf, mit, aus, sur, avec, con");

    /// <summary>The band that a word at a place says, of a company or standing alone ("something big"); null where it speaks of something else.</summary>
    public static (int Length, string Key)? At(NeedTokens tokens, int place, Vocabulary vocabulary)
    {
        var length = Sizes.Longest(tokens, place, out var key);
        return length > 0 && (IsAlone(tokens, place + length) || IsOfSomebody(tokens, place + length, vocabulary)) ? (length, key!) : null;
    }

    private static bool IsAlone(NeedTokens tokens, int next) =>
        next >= tokens.Count || tokens.PauseBefore(next) != Pause.None || Joints.IsJoint(tokens, next) || tokens.IsAny(next, Further);

    // Other terms may stand between: "large Swiss bank".
    private static bool IsOfSomebody(NeedTokens tokens, int place, Vocabulary vocabulary)
    {
        var end = Math.Min(place + Ahead, tokens.Count);
        while (place < end && tokens.PauseBefore(place) == Pause.None)
        {
            if (tokens.IsAny(place, Whose))
            {
                return true;
            }

            var (length, named) = Named(tokens, place, vocabulary);
            if (named is null)
            {
                return false;
            }

            if (named.Exists(term => term.Facet == Facet.Industry))
            {
                return true;
            }

            place += length;
        }

        return false;
    }

    private static (int Length, List<CatalogTerm>? Named) Named(NeedTokens tokens, int place, Vocabulary vocabulary)
    {
        for (var length = Math.Min(vocabulary.Longest, tokens.Count - place); length > 0; length--)
        {
            if (vocabulary.Named(tokens, place, length) is { } named)
            {
                return (length, named);
            }
        }

        return (0, null);
    }

    private static IEnumerable<(string, string)> Of(string key, string words) => words.Split(',', StringSplitOptions.TrimEntries).Select(word => (word, key));
}
