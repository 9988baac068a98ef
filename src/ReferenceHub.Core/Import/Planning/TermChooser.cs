using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Turns the chosen meanings of words into terms of their taxonomies, making those that are new.</summary>
internal sealed class TermChooser
{
    private readonly Dictionary<string, Term?> meanings = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> used = [];
    private readonly List<Term> made = [];
    private readonly List<(Guid TermId, string Spelling)> spellings = [];

    public TermChooser(IEnumerable<ValueChoice> choices, ImportSettings settings, Vocabulary words, IIds ids)
    {
        foreach (var choice in choices)
        {
            if (ValueChoices.TaxonomyOf(choice.Field) is { } kind)
            {
                meanings[choice.Key] = Meaning(choice, kind, settings, words, ids);
            }
        }
    }

    /// <summary>New terms, whether a row asks for them or not.</summary>
    public IReadOnlyList<Term> AllMade => made;

    /// <summary>New terms that a row asked for.</summary>
    public IReadOnlyList<Term> Made => made.FindAll(term => used.Contains(term.Id));

    /// <summary>New spellings of terms that a row asked for.</summary>
    public IReadOnlyList<(Guid TermId, string Spelling)> Spellings => spellings.FindAll(spelling => used.Contains(spelling.TermId));

    public IEnumerable<Term> Of(string field, IEnumerable<string> values) => values.Select(value => Of(field, value)).OfType<Term>().DistinctBy(term => term.Id);

    public Term? Of(string field, string? value)
    {
        var term = value is null ? null : meanings.GetValueOrDefault(ImportSettings.ChoiceKey(field, value));
        if (term is not null)
        {
            used.Add(term.Id);
        }

        return term;
    }

    private Term? Meaning(ValueChoice choice, TermKind kind, ImportSettings settings, Vocabulary words, IIds ids)
    {
        var terms = words.Of(kind);
        switch (choice.Choice)
        {
            case null or ImportSettings.Empty or ImportSettings.Skip:
                return null;
            case ImportSettings.NewTerm:
                // Another column of the file may have asked for the same word.
                if (made.Find(one => one.Kind == kind && one.GoesBy(TextKey.Of(choice.Value))) is { } again)
                {
                    return again;
                }

                var term = new Term(ids.Next(), kind, TermKeys.For(choice.Value, [.. terms.Concat(made.Where(one => one.Kind == kind)).Select(one => one.Key)]), choice.Value);
                made.Add(term);
                return term;
            default:
                var chosen = terms.FirstOrDefault(one => ImportSettings.Existing + one.Key == choice.Choice);
                if (chosen is not null && !choice.Certain && settings.RememberSpellings)
                {
                    spellings.Add((chosen.Id, choice.Value));
                }

                return chosen;
        }
    }
}
