using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Components;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>Actions and pages of this person's roles, by the beginnings of their words, a slip of the keyboard forgiven.</summary>
public sealed class PageSource(OrganisationCache organisations) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        var organisation = await organisations.GetAsync(ct);
        var asked = WordsOf(words);
        var all = PaletteActions.For(viewer)
            .Concat(Navigation.For(viewer).SelectMany(group => group.Entries).Select(entry => new PaletteAction(entry.Text, entry.Href, entry.Icon, Module: Navigation.ModuleOf(entry.Key))))
            .Where(action => action.Module is not { } module || organisation.Has(module));
        var found = asked.Count == 0 ? all : all.Where(action => Fits(asked, WordsOf($"{action.Text} {action.Otherwise}"))).Take(IPaletteSource.Most);
        return new PaletteGroup("Go to", [.. found.DistinctBy(action => action.Href).Select(action => new PaletteItem(action.Text, action.Href, action.Icon))]);
    }

    private static List<string> WordsOf(string text) => [.. TextKey.Of(text).Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries)];

    private static bool Fits(List<string> asked, List<string> words) => asked.TrueForAll(word => words.Exists(known => known.StartsWith(word, StringComparison.Ordinal)
        || (Slips.Allowed(word.Length) is > 0 and var most && TextDistance.ToBeginning(word, known, most) is not null)));
}
