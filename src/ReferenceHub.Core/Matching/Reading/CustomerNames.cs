namespace ReferenceHub.Core.Matching;

/// <summary>The names in the catalog that a viewer may know. Hidden names are never looked at, so that words cannot find them out.</summary>
internal sealed class CustomerNames(CatalogSnapshot catalog, MatchViewer viewer, Func<string, bool> isOrdinary)
{
    private const int MostCompared = 2000;

    /// <summary>The customer that the first of these folded words name, with how many of them; null when there is none.</summary>
    public (Guid Id, NameFit Fit)? Find(IReadOnlyList<string> typed, bool forgiving)
    {
        (Guid Id, string Name, NameFit Fit)? best = null;
        foreach (var needle in Needles(typed[0], forgiving))
        {
            foreach (var (id, name) in Known(needle).Take(MostCompared))
            {
                if (NameLikeness.Of(typed, name, isOrdinary) is { } fit && (best is not { } so || fit < so.Fit || (fit == so.Fit && string.CompareOrdinal(name, so.Name) < 0)))
                {
                    best = (id, name, fit);
                }
            }
        }

        return best is { } found ? (found.Id, found.Fit) : null;
    }

    /// <summary>Whether a known name has this folded word.</summary>
    public bool Has(string word) => Known(word).Take(MostCompared).Any(known => NeedTokens.Of(known.Name) is var tokens && Enumerable.Range(0, tokens.Count).Any(at => tokens.Plain(at).SequenceEqual(word)));

    private IEnumerable<(Guid Id, string Name)> Known(string needle)
    {
        foreach (var (block, gone) in catalog.Blocks)
        {
            foreach (var row in block.Text.Search(needle).Rows())
            {
                if (!gone.Has(row) && (!block.Confidential.Has(row) || viewer.Knows(block.Entry(row))))
                {
                    yield return (block.Ids[row], block.Names[row]);
                }
            }
        }
    }

    private static IEnumerable<string> Needles(string word, bool forgiving) => forgiving ? SlipPieces.Of(word) : [word];
}
