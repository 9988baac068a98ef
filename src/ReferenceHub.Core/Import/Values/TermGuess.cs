using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Values;

/// <summary>Finds the word of a taxonomy that a cell means.</summary>
public static class TermGuess
{
    /// <summary>The term that goes by exactly this name or alias.</summary>
    public static Term? Named(IEnumerable<Term> terms, string value)
    {
        var key = TextKey.Of(value);
        return terms.Where(term => term.GoesBy(key)).MinBy(term => (term.Retired, term.NameKey != key, term.Order));
    }

    /// <summary>The term whose name or alias is nearest, when it is near enough to be a misspelling.</summary>
    public static Term? Nearest(IEnumerable<Term> terms, string value)
    {
        var key = TextKey.Of(value);
        var most = TextDistance.Tolerated(key.Length);
        return terms
            .Where(term => !term.Retired)
            .Select(term => (Term: term, Distance: term.Aliases.Select(TextKeyOf).Prepend(term.NameKey).Min(name => TextDistance.Between(key, name, most))))
            .Where(guess => guess.Distance is not null)
            .OrderBy(guess => guess.Distance)
            .ThenBy(guess => guess.Term.Order)
            .Select(guess => guess.Term)
            .FirstOrDefault();
    }

    private static string TextKeyOf(string alias) => TextKey.Of(alias);
}
