using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Reads a need in words: what a taxonomy knows by name or alias becomes a criterion, one misspelt letter forgiven; figures with a unit become
/// size and live time, small words go, and the rest stays text to search. Words in quotes always stay text, with their quotes.
/// </summary>
public sealed class WordedQuery
{
    private const int LongestPhrase = 5;
    private const int ShortestMisspelt = 5;

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
    {
        "A", "AN", "AND", "ANY", "ABOUT", "AROUND", "AT", "BASED", "BY", "COMPANY", "COMPANIES", "CUSTOMER", "CUSTOMERS", "EMPLOYEES", "FOR", "FROM", "HAS",
        "HAVE", "HEADCOUNT", "IN", "IS", "IT", "LEAST", "LIVE", "LOOKING", "MORE", "NEED", "NEEDS", "OF", "ON", "OR", "OUR", "OVER", "PEOPLE", "REFERENCE",
        "REFERENCES", "RUN", "RUNNING", "RUNS", "SECTOR", "INDUSTRY", "SINCE", "SOME", "SPEAK", "SPEAKING", "SPEAKS", "STAFF", "THAN", "THAT", "THE", "THEIR", "TO",
        "USE", "USER", "USERS", "USES", "USING", "WANT", "WE", "WHICH", "WHO", "WITH",
    };

    private readonly Dictionary<string, List<CatalogTerm>> names = new(StringComparer.Ordinal);

    /// <summary>A reader that knows these terms.</summary>
    public WordedQuery(CatalogTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        foreach (var term in terms.All)
        {
            foreach (var name in term.Aliases.Append(term.Name).Select(Folded).Distinct(StringComparer.Ordinal))
            {
                if (name.Length > 0)
                {
                    names.TryAdd(name, []);
                    names[name].Add(term);
                }
            }
        }
    }

    /// <summary>The criteria that the words stand for, with the rest as text.</summary>
    public Criteria Read(string? text)
    {
        var found = new List<Criterion>();
        var rest = new List<string>();
        var words = NeedWords.Of(text);
        for (var place = 0; place < words.Count;)
        {
            place += Take(words, place, found, rest);
        }

        return Criteria.Of(found, string.Join(' ', rest));
    }

    private static string Folded(string name) => string.Join(' ', NeedWords.Of(name).Select(word => word.Folded));

    // How many words were understood together, at least one.
    private int Take(List<NeedWord> words, int place, List<Criterion> found, List<string> rest)
    {
        var word = words[place];
        if (word.Quoted)
        {
            rest.Add($"\"{word.Text}\"");
            return 1;
        }

        if (NeedFigures.Take(words, place, found) is > 0 and var figures)
        {
            return figures;
        }

        for (var length = Math.Min(LongestPhrase, words.Count - place); length > 0; length--)
        {
            var phrase = words.GetRange(place, length);
            if (!phrase.Exists(part => part.Quoted) && Meant(phrase, words.ElementAtOrDefault(place + length)) is { } term)
            {
                found.Add(new Criterion(term.Facet, term.Key, term.Facet.MustByDefault()));
                return length;
            }
        }

        if (SmallWords.Contains(word.Folded))
        {
            return 1;
        }

        if (Misspelt(word.Folded) is { } almost)
        {
            found.Add(new Criterion(almost.Facet, almost.Key, almost.Facet.MustByDefault()));
        }
        else
        {
            rest.Add(word.Text);
        }

        return 1;
    }

    // One letter off, in a word long enough that it is hardly another one.
    private CatalogTerm? Misspelt(string word)
    {
        if (word.Length < ShortestMisspelt)
        {
            return null;
        }

        var near = names.Keys.Where(name => name.Length >= ShortestMisspelt && TextDistance.Between(word, name, most: 1) is not null).Take(2).ToList();
        return near.Count == 1 ? names[near[0]].MinBy(term => term.Facet.Place()) : null;
    }

    // Two letters may be any word, so they count in capitals only ("US"); what is both, say a country and a language, goes by facet order.
    private CatalogTerm? Meant(List<NeedWord> phrase, NeedWord? next)
    {
        var joined = string.Join(' ', phrase.Select(word => word.Folded));
        if (!names.TryGetValue(joined, out var meanings) || (joined.Length <= 2 && !string.Equals(phrase[0].Text, joined, StringComparison.Ordinal)))
        {
            return null;
        }

        var about = next?.Folded switch
        {
            "SPEAKER" or "SPEAKERS" => Facet.Language,
            "STAFF" or "EMPLOYEES" => Facet.Size,
            _ => (Facet?)null,
        };
        return meanings.Find(term => term.Facet == about) ?? meanings.MinBy(term => term.Facet.Place());
    }
}
