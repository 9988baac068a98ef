using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>Counts for every option how many references there would be if it were ticked.</summary>
internal sealed class FacetCounter(CatalogTerms terms, IReadOnlyList<BlockMatch> blocks, Criteria criteria, ImmutableArray<MatchUnit> units)
{
    private static readonly int[] LiveMonths = [6, 12, 24, 36];

    private readonly List<RowSet> fitting = [.. blocks.Select(block => block.Fitting)];
    private RowTermCounts? ofFitting;

    public ImmutableArray<FacetCounts> Count() => [.. Facets.All.Select(facet => new FacetCounts(facet, OptionsOf(facet)))];

    // Options of one facet add up (this or that), so its own ticks do not narrow it; products narrow each other.
    private ImmutableArray<FacetOption> OptionsOf(Facet facet)
    {
        if (facet is Facet.FreeBy or Facet.Like or Facet.LikeDeal || (facet == Facet.Availability && !blocks[0].Query.TellsFree))
        {
            return [];
        }

        var own = OwnOf(facet);
        List<RowSet> among = own < 0 ? fitting : [.. blocks.Select(block => block.Without(own))];
        var options = ImmutableArray.CreateBuilder<FacetOption>();
        switch (facet)
        {
            case Facet.Availability:
                options.AddRange(AvailabilityKeys.All.Select(known => Flat(facet, known.Key, known.Name, among, (block, rows) => block.CountOf(known.State, rows))));
                break;
            case Facet.Live:
                options.AddRange(LiveMonths.Select(months =>
                    Flat(facet, months.ToString(CultureInfo.InvariantCulture), MatchUnit.LiveWords(months), among, (block, rows) => block.CountLive(months, rows))));
                break;
            default:
                AddTerms(options, facet, own < 0 ? ofFitting ??= new RowTermCounts([.. Facets.All.Where(other => OwnOf(other) < 0).SelectMany(other => terms.OfFacet(other))], blocks, fitting) : new RowTermCounts([.. terms.OfFacet(facet)], blocks, among));
                break;
        }

        return options.ToImmutable();
    }

    private void AddTerms(ImmutableArray<FacetOption>.Builder options, Facet facet, RowTermCounts counts)
    {
        var asked = criteria.Items.Any(item => item.Facet == facet);
        foreach (var term in terms.OfFacet(facet))
        {
            var (ticked, not) = asked ? (Ticked(facet, term.Key), IsNot(facet, term.Key)) : (null, false);
            var count = not ? new RowTermCounts([term], blocks, Wanting(facet, term.Key)).Of(term) : counts.Of(term);
            if (ticked is not null || not || (!term.Retired && (count > 0 || IsFound(term))))
            {
                var parent = term.Parent < 0 ? null : terms.All[term.Parent].Key;
                options.Add(new FacetOption(term.Key, term.Name, term.Depth, parent, count, ticked, asked && IsMixed(term)) { Not = not });
            }
        }
    }

    private bool IsFound(CatalogTerm term)
    {
        foreach (var block in blocks)
        {
            if (block.Sight.AnyHas(term, block.Searched))
            {
                return true;
            }
        }

        return false;
    }

    private FacetOption Flat(Facet facet, string key, string name, List<RowSet> among, Func<BlockMatch, RowSet, int> count)
    {
        var not = IsNot(facet, key);
        var rows = not ? Wanting(facet, key) : among;
        return new FacetOption(key, name, 0, null, blocks.Select((block, place) => count(block, rows[place])).Sum(), Ticked(facet, key), Mixed: false) { Not = not };
    }

    // Ticking what is not wanted takes the not away with it.
    private List<RowSet> Wanting(Facet facet, string key) =>
        [.. blocks.Select(block => block.Wanting(key, UnitOf(facet, not: true), OwnOf(facet)))];

    // The unit whose ticks do not narrow the facet's own options; -1 where all of them do.
    private int OwnOf(Facet facet) => facet.AsksForAll() ? -1 : UnitOf(facet, not: false);

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
