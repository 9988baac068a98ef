using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>Customers by the name this viewer knows, from this node's memory.</summary>
public sealed class CustomerSource(MatchQueries matches) : IPaletteSource
{
    private const int Shortest = 2;

    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        if (words.Length < Shortest)
        {
            return null;
        }

        var found = await matches.CalledAsync(words, IPaletteSource.Most, viewer, ct);
        return new PaletteGroup("Customers", [.. found.Select(one => new PaletteItem(
            one.Name, $"/references/{one.Id}", one.NameHidden ? "lock" : "building", one.NameHidden ? "name on release" : string.Join(" · ", new[] { one.Industry, one.Place }.OfType<string>())))]);
    }
}
