namespace ReferenceHub.Core.Matching;

/// <summary>Where one customer stands among all that fit and can be asked, now or on a day in sight.</summary>
internal static class MatchPlace
{
    /// <summary>
    /// The place from 1 by points of fit, freshness and past quality; of those who are equal half stand before it, as they take turns.
    /// Null when the customer is none of them.
    /// </summary>
    public static double? Of(CatalogSnapshot catalog, MatchQuery query, Guid customerId)
    {
        var units = MatchUnit.Of(query.Criteria, catalog.Terms, query.Likes);
        using var blocks = Matcher.BlocksOf(catalog, query, units);
        var scale = new FitScale(units, query.Weights);
        int? own = null;
        foreach (var block in blocks)
        {
            var row = block.Block.RowOf(customerId);
            own = row >= 0 && block.Fitting.Has(row) && CanBeAsked(block, row) ? Points(block, row) : own;
        }

        if (own is not { } points)
        {
            return null;
        }

        var (before, equal) = (0, -1);
        foreach (var block in blocks)
        {
            foreach (var row in block.Fitting.Rows())
            {
                if (!CanBeAsked(block, row))
                {
                    continue;
                }

                var others = Points(block, row);
                before += others > points ? 1 : 0;
                equal += others == points ? 1 : 0;
            }
        }

        return 1 + before + (equal / 2.0);

        bool CanBeAsked(BlockMatch block, int row) => block.FreeOn(row) != StandingRules.Never;

        int Points(BlockMatch block, int row)
        {
            var score = RowScores.One(block, row, scale);
            return score.Total - score.Availability;
        }
    }
}
