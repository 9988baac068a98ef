using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Palette.Sources;

/// <summary>People by name or address, for who manages them.</summary>
public sealed class PersonSource(UserQueries users) : IPaletteSource
{
    public async Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Can(Right.ManagePeople))
        {
            return null;
        }

        var found = await users.FindAsync(words, IPaletteSource.Most, viewer, ct);
        return new PaletteGroup("People", [.. found.Select(one => new PaletteItem(one.Name, $"/admin/users/{one.Id}", "user", one.Email))]);
    }
}
