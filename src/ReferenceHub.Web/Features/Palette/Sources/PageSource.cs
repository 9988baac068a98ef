using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Components;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>Actions and pages of this person's roles: by the beginnings of the words of their names, then of other words for them; a slip of the keyboard in a whole word is forgiven where nothing is called so.</summary>
public sealed class PageSource(OrganisationCache organisations) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        var organisation = await organisations.GetAsync(ct);
        var asked = WordsOf(words);
        var all = PaletteActions.For(viewer)
            .Concat(Navigation.For(viewer).SelectMany(group => group.Entries).Select(entry => new PaletteAction(entry.Text, entry.Href, entry.Icon, PageWords.Of(entry.Href), Module: Navigation.ModuleOf(entry.Key))))
            .Where(action => action.Module is not { } module || organisation.Has(module))
            .DistinctBy(action => action.Href);
        List<PaletteAction> found = words.Length == 0 ? [.. all] : asked.Count == 0 ? [] : Found(asked, [.. all]);
        return new PaletteGroup("Go to", [.. found.Select(action => new PaletteItem(action.Text, action.Href, action.Icon))])
        {
            IsGuess = words.Length > 0 && !found.Exists(action => Fit(asked, $"{action.Text} {action.Otherwise}", Begins)),
        };
    }

    private static List<PaletteAction> Found(List<string> asked, List<PaletteAction> all)
    {
        var begun = all.Where(action => Fit(asked, $"{action.Text} {action.Otherwise}", Begins)).OrderBy(action => !Fit(asked, action.Text, Begins) ? 2 : WordsOf(action.Text).Count == asked.Count ? 0 : 1).ToList();
        return [.. (begun.Count > 0 ? begun : all.Where(action => Fit(asked, $"{action.Text} {action.Otherwise}", Near))).Take(IPaletteSource.Most)];
    }

    private static List<string> WordsOf(string text) => [.. TextKey.Of(text).Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries)];

    private static bool Fit(List<string> asked, string text, Func<string, string, bool> alike)
    {
        var words = WordsOf(text);
        return asked.TrueForAll(word => words.Exists(known => alike(word, known)));
    }

    private static bool Begins(string word, string known) => known.StartsWith(word, StringComparison.Ordinal);

    private static bool Near(string word, string known) => Begins(word, known)
        || (Slips.Allowed(word.Length) is > 0 and var most && !OrdinaryWords.Has(word) && word[0] == known[0] && TextDistance.Between(word, known, most) is not null);
}
