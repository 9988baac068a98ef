using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Regions and countries by key, each within a larger one: "de" lies in "dach".</summary>
public sealed class PlaceTree
{
    private const int Deepest = 10;
    private readonly Dictionary<string, string?> around;

    private PlaceTree(Dictionary<string, string?> around) => this.around = around;

    /// <summary>The tree of these terms; others than regions are passed over.</summary>
    public static PlaceTree Of(IEnumerable<Term> terms)
    {
        var regions = terms.Where(term => term.Kind == TermKind.Region).ToList();
        var keys = regions.ToDictionary(term => term.Id, term => term.Key);
        return new PlaceTree(regions.ToDictionary(term => term.Key, term => term.ParentId is { } parent ? keys.GetValueOrDefault(parent) : null, StringComparer.Ordinal));
    }

    /// <summary>Reads it; regions are few.</summary>
    public static async Task<PlaceTree> ReadAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Of(await db.Terms.AsNoTracking().Where(term => term.Kind == TermKind.Region).ToListAsync(ct));
    }

    /// <summary>Whether a place lies in one of the regions; no regions mean everywhere, an unknown place lies in none.</summary>
    public bool Covers(IReadOnlyCollection<string> regions, string? place)
    {
        ArgumentNullException.ThrowIfNull(regions);
        if (regions.Count == 0)
        {
            return true;
        }

        for (var depth = 0; place is not null && depth < Deepest; depth++)
        {
            if (regions.Contains(place))
            {
                return true;
            }

            place = around.GetValueOrDefault(place);
        }

        return false;
    }
}
