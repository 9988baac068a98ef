using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>Counts for every option how many references there would be if it were ticked.</summary>
internal sealed class FacetCounter(CatalogTerms terms, IReadOnlyList<BlockMatch> blocks, Criteria criteria)
{
    private static readonly int[] LiveMonths = [6, 12, 24, 36];

    public ImmutableArray<FacetCounts> Count() => [.. Facets.All.Select(facet => new FacetCounts(facet, [.. OptionsOf(facet)]))];

    // Options of one facet add up (this or that), so its own ticks do not narrow it; products narrow each other.
    private IEnumerable<FacetOption> OptionsOf(Facet facet)
    {
        var among = blocks.Select(block => facet.AsksForAll() ? block.Fitting : block.Without(unit => unit.Text is null && unit.Facet == facet)).ToList();
        return facet switch
        {
            Facet.Availability => AvailabilityKeys.All.Select(known =>
                Flat(facet, known.Key, known.Name, Sum(among, (block, rows) => block.CountOf(known.State, rows)))),
            Facet.Live => LiveMonths.Select(months => new Criterion(facet, months.ToString(System.Globalization.CultureInfo.InvariantCulture), Must: true))
                .Select(item => Flat(facet, item.Key, MatchUnit.WordsOf(item, terms, Likenesses.None), Sum(among, (block, rows) => block.CountLive(int.Parse(item.Key, System.Globalization.CultureInfo.InvariantCulture), rows)))),
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
            var ticked = Ticked(facet, term.Key);
            var offered = ticked is not null || (!term.Retired && blocks.Where((block, place) => block.CountOf(term, block.Searched, searchedNamed[place]) > 0).Any());
            if (offered)
            {
                var count = blocks.Select((block, place) => block.CountOf(term, among[place], amongNamed[place])).Sum();
                var parent = term.Parent < 0 ? null : terms.All[term.Parent].Key;
                yield return new FacetOption(term.Key, term.Name, term.Depth, parent, count, ticked, IsMixed(term));
            }
        }
    }

    private FacetOption Flat(Facet facet, string key, string name, int count) => new(key, name, 0, null, count, Ticked(facet, key), Mixed: false);

    private bool? Ticked(Facet facet, string key)
    {
        foreach (var item in criteria.Items)
        {
            if (item.Facet == facet && item.Key == key)
            {
                return item.Must;
            }
        }

        return null;
    }

    private bool IsMixed(CatalogTerm term) => criteria.Items.Any(item =>
        item.Facet == term.Facet && item.Key != term.Key && terms.Find(item.Facet, item.Key) is { } ticked && terms.IsWithin(ticked.Index, term.Index));

    private int Sum(List<ulong[]> among, Func<BlockMatch, ulong[], int> count) => blocks.Select((block, place) => count(block, among[place])).Sum();
}
