using ReferenceHub.Core.Content;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Content;

/// <summary>A value of a facet as its panel shows it.</summary>
public sealed record LibraryOption(string Value, string Name, int Count, bool Ticked);

/// <summary>One facet beside the library.</summary>
public sealed record LibraryPanel(string Name, string Title, IReadOnlyList<LibraryOption> Options)
{
    /// <summary>The largest count, for the bars.</summary>
    public int Most => Options.Count == 0 ? 1 : Math.Max(1, Options.Max(option => option.Count));

    /// <summary>The facets of a page; what is ticked stays even when nothing is left of it.</summary>
    public static IReadOnlyList<LibraryPanel> Of(LibraryPage page, LibraryForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        string TermName(TermKind kind, string key) => page.Terms.Find(kind, key)?.Name ?? key;
        return
        [
            Panel("kind", "Kind", page.Facets.Kinds, form.Kind, value => Words.Sentence(value)),
            Panel("product", "Product", page.Facets.Products, form.Product, key => TermName(TermKind.Product, key)),
            Panel("industry", "Industry", page.Facets.Industries, form.Industry, key => TermName(TermKind.Industry, key)),
            Panel("language", "Language", page.Facets.Languages, form.Language, page.Terms.Language),
            Panel("confidentiality", "Confidentiality", page.Facets.Confidentialities, form.Confidentiality, value => ContentLook.Of(Enum.Parse<Confidentiality>(value, ignoreCase: true))),
        ];
    }

    private static LibraryPanel Panel(string name, string title, IReadOnlyList<LibraryFacet> values, string[] ticked, Func<string, string> words)
    {
        var options = values.Select(value => new LibraryOption(value.Key.ToLowerInvariant(), words(value.Key), value.Count, ticked.Contains(value.Key, StringComparer.OrdinalIgnoreCase))).ToList();
        return new LibraryPanel(name, title, options);
    }
}
