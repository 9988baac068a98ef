using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>Counts for every option how many references there would be if it were ticked.</summary>
internal sealed class FacetCounter(CatalogTerms terms, IReadOnlyList<BlockMatch> blocks, Criteria criteria, ImmutableArray<MatchUnit> units)
{
    private static readonly int[] LiveMonths = [6, 12, 24, 36];

    public ImmutableArray<FacetCounts> Count() => [.. Facets.All.Select(facet => new FacetCounts(facet, [.. OptionsOf(facet)]))];

    // Options of one facet add up (this or that), so its own ticks do not narrow it; products narrow each other.
    private IEnumerable<FacetOption> OptionsOf(Facet facet)
    {
        var own = facet.AsksForAll() ? -1 : UnitOf(facet, not: false);
        var among = blocks.Select(block => own < 0 ? block.Fitting : block.Without(own)).ToList();
        return facet switch
        {
            Facet.Availability => AvailabilityKeys.All.Select(known => Flat(facet, known.Key, known.Name, among, (block, rows) => block.CountOf(known.State, rows))),
            Facet.Live => LiveMonths.Select(months => (Months: months, Key: months.ToString(CultureInfo.InvariantCulture)))
                .Select(live => Flat(facet, live.Key, MatchUnit.LiveWords(live.Months), among, (block, rows) => block.CountLive(live.Months, rows))),
            Facet.FreeBy or Facet.Like or Facet.LikeDeal => [],
            _ => TermOptions(facet, among),
        };
    }

    private IEnumerable<FacetOption> TermOptions(Facet facet, List<ulong[]> among)
    {
        var amongNamed = blocks.Select((block, place) => block.Named(among[place])).ToList();
        var searchedNamed = blocks.Select(block => block.Named(block.Searched)).ToList();
        foreach (var term in terms.Of(facet))
        {
            var (ticked, not) = (Ticked(facet, term.Key), IsNot(facet, term.Key));
            var offered = ticked is not null || not || (!term.Retired && blocks.Where((block, place) => block.CountOf(term, block.Searched, searchedNamed[place]) > 0).Any());
            if (offered)
            {
                var count = not
                    ? Wanting(facet, term.Key).Select((rows, place) => blocks[place].CountOf(term, rows, blocks[place].Named(rows))).Sum()
                    : blocks.Select((block, place) => block.CountOf(term, among[place], amongNamed[place])).Sum();
                var parent = term.Parent < 0 ? null : terms.All[term.Parent].Key;
                yield return new FacetOption(term.Key, term.Name, term.Depth, parent, count, ticked, IsMixed(term)) { Not = not };
            }
        }
    }

    private FacetOption Flat(Facet facet, string key, string name, List<ulong[]> among, Func<BlockMatch, ulong[], int> count)
    {
        var not = IsNot(facet, key);
        var rows = not ? Wanting(facet, key) : among;
        return new FacetOption(key, name, 0, null, blocks.Select((block, place) => count(block, rows[place])).Sum(), Ticked(facet, key), Mixed: false) { Not = not };
    }

    // Ticking what is not wanted takes the not away with it.
    private List<ulong[]> Wanting(Facet facet, string key) =>
        [.. blocks.Select(block => block.Wanting(key, UnitOf(facet, not: true), facet.AsksForAll() ? -1 : UnitOf(facet, not: false)))];

    private int UnitOf(Facet facet, bool not)
    {
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Must && units[unit].Text is null && units[unit].Facet == facet && units[unit].Not == not)
            {
                return unit;
            }
        }

        return -1;
    }

    private bool IsNot(Facet facet, string key) => criteria.Items.Any(item => item.Facet == facet && item.Key == key && item.Not);

    private bool? Ticked(Facet facet, string key)
    {
        foreach (var item in criteria.Items)
        {
            if (item.Facet == facet && item.Key == key && !item.Not)
            {
                return item.Must;
            }
        }

        return null;
    }

    private bool IsMixed(CatalogTerm term) => criteria.Items.Any(item =>
        !item.Not && item.Facet == term.Facet && item.Key != term.Key && terms.Find(item.Facet, item.Key) is { } ticked && terms.IsWithin(ticked.Index, term.Index));
}
