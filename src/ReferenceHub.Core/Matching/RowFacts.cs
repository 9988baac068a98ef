using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>What a row shows of itself: nothing closer than region and band while the name is hidden.</summary>
internal static class RowFacts
{
    public static string NameOf(BlockMatch found, int row) => found.Sight.IsHidden(row) ? found.Block.AnonymousName(row) : found.Block.Names[row];

    public static string? IndustryOf(BlockMatch found, int row) => TermOf(found, row, Facet.Industry)?.Name;

    public static string? PlaceOf(BlockMatch found, int row)
    {
        var term = TermOf(found, row, Facet.Region);
        if (found.Sight.IsHidden(row))
        {
            return term is null ? null : found.Block.Terms.RootOf(term.Index).Name;
        }

        var parts = new[] { found.Block.Cities[row], term?.Name };
        return parts.Any(part => part is not null) ? string.Join(", ", parts.Where(part => part is not null)) : null;
    }

    public static string? SizeOf(BlockMatch found, int row)
    {
        var staff = found.Block.Staff[row];
        return staff == 0 ? null : found.Sight.IsHidden(row) ? $"{AnonymousName.Rounded(staff)} staff" : SizeBand.Words(staff);
    }

    public static ReferenceStatus? StatusOf(BlockMatch found, int row) =>
        found.Query.Viewer.SeesConfidential || found.Block.OwnerOf(row) == found.Query.Viewer.UserId ? found.Block.StatusOf(row) : null;

    private static CatalogTerm? TermOf(BlockMatch found, int row, Facet facet)
    {
        foreach (var term in found.Block.TermsOf(row))
        {
            if (found.Block.Terms.All[term].Facet == facet)
            {
                return found.Block.Terms.All[term];
            }
        }

        return null;
    }
}
