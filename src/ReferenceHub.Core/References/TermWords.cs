using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.References;

/// <summary>What an industry or a region is called by those outside: those that ship in the reader's language, others and renamed ones as the program calls them.</summary>
public static class TermWords
{
    private static readonly Dictionary<(TermKind Kind, string Key), string> Shipped = ShippedTerms.All.ToDictionary(term => (term.Kind, term.Key), term => term.Name);

    /// <summary>The name; null for no term.</summary>
    public static string? Of(Term? term, OutsideWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return term is null ? null
            : Shipped.GetValueOrDefault((term.Kind, term.Key)) == term.Name ? words.Find(KeyOf(term.Kind, term.Key)) ?? term.Name
            : term.Name;
    }

    /// <summary>The key of the words of a term.</summary>
    public static string KeyOf(TermKind kind, string key) => $"term.{kind.ToString().ToLowerInvariant()}.{key}";
}
