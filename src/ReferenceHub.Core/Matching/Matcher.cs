using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>Answers a search from a catalog snapshot. Pure: the same question over the same snapshot has the same answer.</summary>
public static class Matcher
{
    private const int MostRelaxations = 4;

    /// <summary>Filters, ranks, explains, counts the facets and says which single criterion to drop.</summary>
    public static MatchResult Match(CatalogSnapshot catalog, MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(query);
        var units = MatchUnit.Of(query.Criteria, catalog.Terms, query.Likes);
        var blocks = catalog.Blocks.Select(pair => new BlockMatch(pair.Block, pair.Gone, query, units)).ToList();
        var total = blocks.Sum(block => Bits.Count(block.Fitting));
        return new MatchResult(
            total,
            total - blocks.Sum(block => block.CountOf(Usage.AvailabilityState.Closed, block.Fitting)),
            new TabCounts(blocks.Sum(block => block.Tabs.All), blocks.Sum(block => block.Tabs.FreeNow), blocks.Sum(block => block.Tabs.Mine)),
            [.. Ranking.Page(blocks, query, units).Select(ranked => RowOf(ranked, units))],
            new FacetCounter(catalog.Terms, blocks, query.Criteria).Count(),
            Relax(blocks, query.Criteria, units, total),
            [.. query.Criteria.Items.Where(item => !MatchUnit.IsKnown(item, catalog.Terms, query.Likes))]);
    }

    /// <summary>Every row of an answer in its order, each made as it is asked for; nothing is counted.</summary>
    public static MatchWalk Walk(CatalogSnapshot catalog, MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(query);
        var units = MatchUnit.Of(query.Criteria, catalog.Terms, query.Likes);
        var blocks = catalog.Blocks.Select(pair => new BlockMatch(pair.Block, pair.Gone, query, units)).ToList();
        var ranked = Ranking.Page(blocks, query with { Skip = 0 }, units);
        return new MatchWalk(ranked.Count, ranked.Select(row => RowOf(row, units)));
    }

    /// <summary>How a criterion is called on its chip.</summary>
    public static string WordsOf(Criterion item, CatalogTerms terms, Likenesses likes) => MatchUnit.WordsOf(item, terms, likes);

    private static ImmutableArray<Relaxation> Relax(List<BlockMatch> blocks, Criteria criteria, ImmutableArray<MatchUnit> units, int total) =>
    [
        .. units.Where(unit => unit.Must)
            .Select(unit => new Relaxation(
                unit.Words,
                blocks.Sum(block => Bits.Count(block.Without(other => ReferenceEquals(other, unit)))) - total,
                unit.Text is null ? criteria.Without(AskedBy(unit, criteria)) : criteria.WithText(null)))
            .Where(relaxation => relaxation.More > 0)
            .OrderByDescending(relaxation => relaxation.More)
            .ThenBy(relaxation => relaxation.Words, StringComparer.Ordinal)
            .Take(MostRelaxations),
    ];

    // A broader tick that a narrower one stands for goes with it.
    private static IEnumerable<Criterion> AskedBy(MatchUnit unit, Criteria criteria) =>
        unit.Facet.AsksForAll() ? unit.Items : criteria.Items.Where(item => item.Facet == unit.Facet && item.Must);

    private static MatchRow RowOf(Ranked ranked, ImmutableArray<MatchUnit> units)
    {
        var (found, row) = (ranked.Found, ranked.Row);
        var verified = found.VerifiedOn(row);
        return new MatchRow(
            found.Block.Ids[row],
            RowFacts.NameOf(found, row),
            found.IsHidden(row),
            RowFacts.IndustryOf(found, row),
            RowFacts.PlaceOf(found, row),
            RowFacts.SizeOf(found, row),
            found.IsHidden(row) ? 0 : found.Block.Content[row],
            RowFacts.StatusOf(found, row),
            found.TellsStanding(row) ? StandingRules.Of(found.Block, row, found.Query, found.Denied) : Standing.Withheld,
            Ranking.ScoreOf(found, row, units),
            Explanation.Of(found, row, units),
            verified == 0 ? null : DateOnly.FromDayNumber(verified));
    }
}
