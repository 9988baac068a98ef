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
        var units = MatchUnit.Of(query.Criteria, catalog.Terms, query.Likes, query.Today);
        using var blocks = BlocksOf(catalog, query, units);
        var ranking = new Ranking(blocks, query, units);
        var total = blocks.Sum(block => block.Total);
        return new MatchResult(
            total,
            total - blocks.Sum(block => query.TellsFree ? block.CountOf(Usage.AvailabilityState.Closed, block.Fitting) : Bits.Count(block.Closed)),
            new TabCounts(blocks.Sum(block => block.Tabs.All), blocks.Sum(block => block.Tabs.FreeNow), blocks.Sum(block => block.Tabs.Mine)),
            [.. Page(blocks, query, ranking).Select(ranked => RowOf(ranked, units, ranking.Scale))],
            [.. ranking.Page(closed: true, 0, query.TakeClosed).Select(ranked => RowOf(ranked, units, ranking.Scale))],
            new FacetCounter(catalog.Terms, blocks, query.Criteria, units).Count(),
            Relax(blocks, query.Criteria, units),
            [.. query.Criteria.Items.Where(item => !MatchUnit.IsKnown(item, catalog.Terms, query.Likes))])
        {
            TellsFree = query.TellsFree,
        };
    }

    /// <summary>How many fit, how many of them are closed, and the first that can be asked; no facets, no relaxations.</summary>
    internal static (int Total, int Closed, MatchRow? First) Count(CatalogSnapshot catalog, MatchQuery query)
    {
        var units = MatchUnit.Of(query.Criteria, catalog.Terms, query.Likes);
        using var blocks = BlocksOf(catalog, query, units);
        var total = blocks.Sum(block => block.Total);
        var closed = blocks.Sum(block => block.CountOf(Usage.AvailabilityState.Closed, block.Fitting));
        MatchRow? first = null;
        if (total > closed)
        {
            var ranking = new Ranking(blocks, query, units);
            first = ranking.Page(closed: false, 0, 1).Select(ranked => RowOf(ranked, units, ranking.Scale)).FirstOrDefault();
        }

        return (total, closed, first);
    }

    /// <summary>Every row of an answer in its order, each made as it is asked for; nothing is counted.</summary>
    public static MatchWalk Walk(CatalogSnapshot catalog, MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(query);
        var units = MatchUnit.Of(query.Criteria, catalog.Terms, query.Likes, query.Today);
        var blocks = BlocksOf(catalog, query, units);
        var ranking = new Ranking(blocks, query, units);
        var ranked = Page(blocks, query with { Skip = 0 }, ranking);
        return new MatchWalk(ranked.Count, Rows());

        // Rows are made for as long as somebody walks; then what the search worked with goes back.
        IEnumerable<MatchRow> Rows()
        {
            using (blocks)
            {
                foreach (var row in ranked)
                {
                    yield return RowOf(row, units, ranking.Scale);
                }
            }
        }
    }

    /// <summary>How a criterion is called on its chip.</summary>
    public static string WordsOf(Criterion item, CatalogTerms terms, Likenesses likes, DateOnly today) => MatchUnit.WordsOf(item, terms, likes, today);

    internal static BlockMatches BlocksOf(CatalogSnapshot catalog, MatchQuery query, ImmutableArray<MatchUnit> units) =>
        new(catalog.Blocks.Select(pair => new BlockMatch(pair.Block, pair.Gone, query, units)));

    // Free ones before closed ones; for an ask only the free ones.
    private static List<Ranked> Page(List<BlockMatch> blocks, MatchQuery query, Ranking ranking)
    {
        var page = ranking.Page(closed: false, query.Skip, query.Take);
        if (!query.ForAsking && page.Count < query.Take)
        {
            var free = blocks.Sum(block => block.Total - Bits.Count(block.Closed));
            page.AddRange(ranking.Page(closed: true, Math.Max(0, query.Skip - free), query.Take - page.Count));
        }

        return page;
    }

    private static ImmutableArray<Relaxation> Relax(List<BlockMatch> blocks, Criteria criteria, ImmutableArray<MatchUnit> units) =>
    [
        .. units.Index().Where(unit => unit.Item.Must)
            .Select(unit => (Unit: unit.Item, More: blocks.Sum(block => block.CountMissing(unit.Index))))
            .Where(relaxed => relaxed.More > 0)
            .OrderByDescending(relaxed => relaxed.More)
            .ThenBy(relaxed => relaxed.Unit.Words, StringComparer.Ordinal)
            .Take(MostRelaxations)
            .Select(relaxed => new Relaxation(relaxed.Unit.Facet == Facet.FreeBy && !relaxed.Unit.Not ? $"Free by {relaxed.Unit.Words}" : relaxed.Unit.Words, relaxed.More, relaxed.Unit.Dropped(criteria))),
    ];

    private static MatchRow RowOf(Ranked ranked, ImmutableArray<MatchUnit> units, FitScale scale)
    {
        var (found, row) = (ranked.Found, ranked.Row);
        var verified = found.Sight.VerifiedOn(row);
        return new MatchRow(
            found.Block.Ids[row],
            RowFacts.NameOf(found, row),
            found.Sight.IsHidden(row),
            RowFacts.IndustryOf(found, row),
            RowFacts.PlaceOf(found, row),
            RowFacts.SizeOf(found, row),
            found.Sight.IsHidden(row) ? 0 : found.Block.Content[row],
            RowFacts.StatusOf(found, row),
            found.Sight.TellsStanding(row) ? StandingRules.Of(found.Block, row, found.Query, found.Denied) : Standing.Withheld,
            RowScores.One(found, row, scale),
            Explanation.Of(found, row, units),
            verified == 0 ? null : DateOnly.FromDayNumber(verified))
        {
            Contact = ContactOf(found, row),
        };
    }

    private static RowContact? ContactOf(BlockMatch found, int row)
    {
        if (found.IsClosed(row) || !found.Sight.TellsStanding(row))
        {
            return null;
        }

        var (block, hidden, ask) = (found.Block, found.Sight.IsHidden(row), found.Query.Contact);
        var place = found.People.Best(row, hidden, found.Query.Usage.Of(block.Ids[row]).FreeContacts);
        if (place < 0)
        {
            return null;
        }

        var contact = block.ContactsOf(row)[place];
        return new RowContact(contact.Id, ContactWords.Of(block.Skills.Terms(contact.Skills), ZoneNumbers.NameOf(contact.Zone), ask, block.Terms, found.Query.Today, hidden));
    }
}
