using System.Text;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Turns the chosen meanings of industries and countries into terms, making those that are new.</summary>
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

    /// <summary>New terms that a row asked for.</summary>
    public IReadOnlyList<Term> Made => made.FindAll(term => used.Contains(term.Id));

    /// <summary>New spellings of terms that a row asked for.</summary>
    public IReadOnlyList<(Guid TermId, string Spelling)> Spellings => spellings.FindAll(spelling => used.Contains(spelling.TermId));

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
            case null or ImportSettings.Empty:
                return null;
            case ImportSettings.NewTerm:
                var term = new Term(ids.Next(), kind, KeyFor(choice.Value, terms.Concat(made.Where(one => one.Kind == kind))), choice.Value);
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

    private static string KeyFor(string name, IEnumerable<Term> taken)
    {
        var letters = new StringBuilder();
        foreach (var letter in TextKey.Of(name).ToLowerInvariant())
        {
            letters.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }

        var key = string.Join('-', letters.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        key = key.Length == 0 ? "term" : key.Length > Term.KeyLength - 4 ? key[..(Term.KeyLength - 4)].TrimEnd('-') : key;
        var keys = taken.Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        var free = key;
        for (var n = 2; keys.Contains(free); n++)
        {
            free = $"{key}-{n}";
        }

        return free;
    }
}
