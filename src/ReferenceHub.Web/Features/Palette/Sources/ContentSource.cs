using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>Content by its words.</summary>
public sealed class ContentSource(ContentFinder content) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        var found = await content.FindAsync(words, IPaletteSource.Most, viewer, ct);
        return new PaletteGroup("Content", [.. found.Select(one => new PaletteItem(
            one.Title, $"/content/{one.Id}", "books",
            string.Join(" · ", new[] { Words.Sentence(one.Kind.ToString()), one.CustomerName, one.State == AssetState.Published ? null : one.State.ToString() }.OfType<string>())))]);
    }
}
