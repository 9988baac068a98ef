using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.TagHelpers;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>Requests by number, deal, prospect or a word of the need.</summary>
public sealed class RequestSource(RequestFinder requests, ActivityTypeQueries activities) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        var found = await requests.FindAsync(words, IPaletteSource.Most, viewer, ct);
        if (found.Count == 0)
        {
            return null;
        }

        var types = await activities.AllAsync(ct);
        return new PaletteGroup("Requests", [.. found.Select(one => new PaletteItem(
            string.Create(Words.Culture, $"#{one.Number} {one.Prospect}").TrimEnd(), string.Create(Words.Culture, $"/requests/{one.Number}"), "message-2",
            $"{types.FirstOrDefault(type => type.Key == one.ActivityKey)?.Name ?? one.ActivityKey} · {Statuses.Of("request", one.State).Word}"))]);
    }
}
