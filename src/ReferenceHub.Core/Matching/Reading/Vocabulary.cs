using System.Numerics;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// The words by which terms are known: names, aliases, synonyms, singular and plural. A word that is none of them may be one with
/// <see cref="Slips"/>, or two letters swapped in four.
/// </summary>
internal sealed class Vocabulary
{
    private const int OnlySwapped = 4;
    private const int ShortestRunTogether = 7;
    private readonly Dictionary<string, List<CatalogTerm>> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogTerm>>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly HashSet<string> oneWord;
    private readonly Starts starts = new();
    private readonly (string Name, uint Letters)[][] byLength;

    public Vocabulary(CatalogTerms terms)
    {
        var names = terms.All.SelectMany(term => term.Aliases.Append(term.Name).Concat(Synonyms.Of(term.Facet, term.Key)), (term, name) => (Term: term, Tokens: NeedTokens.Of(name)))
            .Where(name => name.Tokens.Whole.Length > 0).ToList();
        foreach (var (term, tokens) in names)
        {
            Add(term, tokens.Whole);
            Longest = Math.Max(Longest, tokens.Count);
        }

        oneWord = [.. names.GroupBy(name => name.Tokens.Whole, StringComparer.Ordinal).Where(same => same.All(name => name.Tokens.Count == 1)).Select(same => same.Key)];

        foreach (var (term, tokens) in names)
        {
            foreach (var form in WordForms.Of(tokens.Whole).Where(form => !known.ContainsKey(form) && !WordLists.IsCommon(form)).ToList())
            {
                Add(term, form);
            }
        }

        foreach (var name in known.Keys)
        {
            starts.Add(name);
        }

        bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var spelt = known.Keys.Where(name => name.Length >= Slips.Shortest - 1).ToLookup(name => name.Length, name => (name, Letters(name)));
        byLength = [.. Enumerable.Range(0, spelt.Select(same => same.Key + 1).DefaultIfEmpty(0).Max()).Select(length => spelt[length].ToArray())];
    }

    /// <summary>Most words of a name.</summary>
    public int Longest { get; } = 1;

    /// <summary>Whether a name may begin at a place.</summary>
    public bool MayBegin(NeedTokens tokens, int place) => starts.MayBe(tokens, place);

    /// <summary>The terms that so many words name; none when they are no name.</summary>
    public List<CatalogTerm>? Named(NeedTokens tokens, int place, int length)
    {
        var plain = tokens.Plain(place, length);
        if (!bySpan.TryGetValue(plain, out var name, out var terms) || tokens.PauseWithin(place, length) != Pause.None)
        {
            return null;
        }

        // "open shift" may be OpenShift, "at las" is not Atlas; two letters in small type may be any word.
        return length > 1 && oneWord.Contains(name) && plain.Length < ShortestRunTogether ? null
            : plain.Length <= 2 && WordLists.IsSmall(plain) && !IsCapital(tokens.Typed(place)) ? null
            : terms;
    }

    /// <summary>Whether a word, in plain letters, names a term.</summary>
    public bool Knows(ReadOnlySpan<char> plain) => bySpan.ContainsKey(plain);

    /// <summary>The terms whose name is nearest to so many misspelt words; none when nothing is near, or two are equally so. Several words may be a name of several only.</summary>
    public List<CatalogTerm>? Misspelt(NeedTokens tokens, int place, int length)
    {
        var plain = tokens.Plain(place, length);
        if (length == 1 && plain.Length == OnlySwapped)
        {
            return Swapped(plain);
        }

        if (Slips.Allowed(plain.Length) == 0 || plain.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var most = Slips.Allowed(plain.Length);
        var letters = Letters(plain);
        string? word = null;
        List<CatalogTerm>? nearest = null;
        var nearestBy = most + 1;
        for (var size = plain.Length - most; size <= plain.Length + most && size < byLength.Length; size++)
        {
            foreach (var (name, its) in byLength[size])
            {
                if (BitOperations.PopCount(letters ^ its) > 2 * most || !BeginsAlike(name, plain) || (length > 1 && oneWord.Contains(name)))
                {
                    continue;
                }

                var by = TextDistance.Between(word ??= plain.ToString(), name, Math.Min(most, nearestBy));
                if (by < nearestBy)
                {
                    (nearestBy, nearest) = (by.Value, known[name]);
                }
                else if (by == nearestBy && nearest is not null && !SameTerms(nearest, known[name]))
                {
                    nearest = null;
                }
            }
        }

        return nearest;
    }

    // "bnak": in so short a word two letters the wrong way round, nothing else, and of one term only.
    private List<CatalogTerm>? Swapped(ReadOnlySpan<char> plain)
    {
        List<CatalogTerm>? meant = null;
        Span<char> letters = stackalloc char[OnlySwapped];
        for (var at = 1; at < OnlySwapped; at++)
        {
            plain.CopyTo(letters);
            (letters[at - 1], letters[at]) = (letters[at], letters[at - 1]);
            if (!bySpan.TryGetValue(letters, out var terms))
            {
                continue;
            }

            if (meant is not null && !SameTerms(meant, terms))
            {
                return null;
            }

            meant = terms;
        }

        return meant;
    }

    private static bool SameTerms(List<CatalogTerm> one, List<CatalogTerm> other) => one[0].Index == other[0].Index;

    // The first letter is seldom wrong in a short word, and words that rhyme are many.
    private static bool BeginsAlike(string name, ReadOnlySpan<char> plain) => plain.Length >= 7 || name[0] == plain[0] || (name[0] == plain[1] && name[1] == plain[0]);

    private static bool IsCapital(string typed) => typed.All(letter => !char.IsLower(letter));

    private static uint Letters(ReadOnlySpan<char> plain)
    {
        var letters = 0u;
        foreach (var letter in plain)
        {
            letters |= 1u << (char.IsAsciiLetterUpper(letter) ? letter - 'A' : 26 + (letter % 6));
        }

        return letters;
    }

    private void Add(CatalogTerm term, string plain)
    {
        if (!known.TryGetValue(plain, out var terms))
        {
            known[plain] = terms = [];
        }

        if (!terms.Contains(term))
        {
            terms.Add(term);
        }
    }
}
