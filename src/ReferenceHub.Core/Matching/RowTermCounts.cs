namespace ReferenceHub.Core.Matching;

/// <summary>How many rows have each of some terms, as far as the viewer may know: by walking the rows where few are left, else set by set.</summary>
internal sealed class RowTermCounts
{
    // A row has about so many terms with those above them; a step of the walk costs about as much as four words of a set.
    private const int StepsOfARow = 20;
    private const int WordsOfAStep = 4;

    private readonly int[] counts;

    public RowTermCounts(IReadOnlyCollection<CatalogTerm> terms, IReadOnlyList<BlockMatch> blocks, IReadOnlyList<RowSet> among)
    {
        counts = new int[blocks[0].Block.Terms.All.Length];
        for (var place = 0; place < blocks.Count; place++)
        {
            var rows = among[place];
            if ((long)Bits.Count(rows) * StepsOfARow * WordsOfAStep < (long)rows.Words.Length * terms.Count)
            {
                Walk(blocks[place], rows);
            }
            else
            {
                Intersect(blocks[place], rows, terms);
            }
        }
    }

    public int Of(CatalogTerm term) => counts[term.Index];

    private void Intersect(BlockMatch found, RowSet rows, IReadOnlyCollection<CatalogTerm> terms)
    {
        var named = found.Sight.Named(rows);
        foreach (var term in terms)
        {
            counts[term.Index] += Bits.Count(term.TellsCountry ? named : rows, found.Block.TermRows[term.Index]);
        }
    }

    private void Walk(BlockMatch found, RowSet rows)
    {
        var all = found.Block.Terms.All;
        var counted = new int[counts.Length];
        foreach (var row in rows.Rows())
        {
            foreach (int narrow in found.Block.TermsOf(row))
            {
                for (var term = narrow; term >= 0 && counted[term] != row + 1; term = all[term].Parent)
                {
                    counted[term] = row + 1;
                    counts[term] += found.Sight.HidesNames && all[term].TellsCountry && found.Sight.IsHidden(row) ? 0 : 1;
                }
            }
        }
    }
}
