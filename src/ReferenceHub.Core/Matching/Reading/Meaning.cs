namespace ReferenceHub.Core.Matching;

/// <summary>Which of several terms of one name is meant: "German" the language or the country, "SaaS" the company or the way it runs.</summary>
internal static class Meaning
{
    private const int Ahead = 5;
    private static readonly PhraseTable<bool> Speaking = PhraseTable.Of("speak, speaks, speaking, spoken, fluent, language, languages, parle, parlent, parlant, spricht, sprechen, sprache, habla, hablan, parla, spreekt");
    private static readonly PhraseTable<bool> SpeakingAfter = PhraseTable.Of("speaking, speaker, speakers, spoken, language, ok, okay, sprechend, sprachig, native, natives");
    private static readonly PhraseTable<bool> Companies = PhraseTable.Of("company, companies, customer, customers, firm, firms, market, subsidiary, group, client, clients, business, businesses, enterprise, enterprises, reference, references, site, sites, organisation, organisations, organization, vendor, vendors, provider, providers, unternehmen, firma, entreprise");
    private static readonly PhraseTable<bool> Joints = PhraseTable.Of("or, and, oder, und, ou, et");

    public static CatalogTerm Of(List<CatalogTerm> named, NeedTokens tokens, int place, int length, Vocabulary vocabulary, List<NeedItem> before)
    {
        if (named.Count == 1)
        {
            return named[0];
        }

        Facet? facet = named.Exists(term => term.Facet == Facet.Language) ? LanguageOrPlace(tokens, place, length, vocabulary, before)
            : named.Exists(term => term.Facet == Facet.Deployment) && !IsOfCompany(tokens, place + length) ? Facet.Deployment
            : null;
        return named.Find(term => term.Facet == facet) ?? named.MinBy(term => term.Facet.Place())!;
    }

    private static Facet LanguageOrPlace(NeedTokens tokens, int place, int length, Vocabulary vocabulary, List<NeedItem> before)
    {
        var isSaid = tokens.IsAny(place - 1, Speaking) || (before.Count > 0 && before[^1].Is(Facet.Language) && tokens.IsAny(place - 1, Joints));
        for (var word = place + length; !isSaid && word < tokens.Count && word < place + length + Ahead && tokens.PauseBefore(word) == Pause.None; word++)
        {
            if (tokens.IsAny(word, SpeakingAfter))
            {
                break;
            }

            if (IsOfCompany(tokens, word) || vocabulary.Named(tokens, word, 1)?.Exists(term => term.Facet == Facet.Industry) == true)
            {
                return Facet.Region;
            }

            if (!tokens.IsAny(word, Joints) && vocabulary.Named(tokens, word, 1)?.Exists(term => term.Facet is Facet.Language or Facet.Region) != true && WordLists.IsSmall(tokens.Plain(word)))
            {
                break;
            }
        }

        return Facet.Language;
    }

    private static bool IsOfCompany(NeedTokens tokens, int place) => tokens.PauseBefore(place) == Pause.None && tokens.IsAny(place, Companies);
}
