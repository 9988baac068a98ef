using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>For an ask, everybody who fits can be asked or says why not; nobody does both, nobody is left out.</summary>
public sealed class WhyNotRules
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Free_ones_and_closed_ones_are_together_exactly_who_fits(int seed)
    {
        var entries = Catalogs.Random(seed, 200).ToList();
        var usage = Catalogs.Usage([.. entries.Where((_, place) => place % 4 == 0).Select((entry, place) => (entry, Catalogs.ClosedUntil(Catalogs.Today.AddDays(place))))]);
        foreach (var criteria in new[] { "", "industry=finance", "product=atlas&not=region:dach", "freeby=2026-12-24&prefer=platform:azure", "availability=closed", "q=bank" })
        {
            foreach (var tab in Enum.GetValues<MatchTab>())
            {
                var query = Catalogs.Query(criteria, usage) with { ForAsking = true, Tab = tab, Take = 1000, TakeClosed = 1000 };
                var plain = new BruteForce(entries, query);
                var fitting = entries.Where(entry => plain.IsSearched(entry) && plain.Fits(entry, query.Criteria)).Select(entry => entry.Id).ToList();

                var result = Matcher.Match(CatalogSnapshot.Of(Catalogs.Terms, entries), query);

                result.Rows.Concat(result.ClosedRows).Select(row => row.CustomerId).ShouldBe(fitting, ignoreOrder: true, $"{criteria} in {tab}");
                (result.Rows.Length, result.ClosedRows.Length).ShouldBe((result.Free, result.Closed));
                result.Rows.ShouldAllBe(row => !row.Standing.IsClosed);
                result.ClosedRows.ShouldAllBe(row => row.Standing.IsClosed && row.Standing.Rule != null);
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void One_more_must_never_brings_anybody_in(int seed)
    {
        var entries = Catalogs.Random(seed, 200).ToList();
        var catalog = CatalogSnapshot.Of(Catalogs.Terms, entries);
        var random = new Random(seed);
        for (var search = 0; search < 60; search++)
        {
            var fewer = Criteria.Of(Enumerable.Range(0, random.Next(3)).Select(_ => Any()));
            var more = Any();
            if (!more.Not && !more.Facet.AsksForAll() && fewer.Items.Any(item => item.Facet == more.Facet && !item.Not))
            {
                continue;
            }

            Ids(fewer.And(Criteria.Of([more]))).ShouldBeSubsetOf(Ids(fewer), $"{fewer} and {more}");
        }

        Criterion Any()
        {
            var term = Catalogs.Terms.All[random.Next(Catalogs.Terms.All.Length)];
            return random.Next(8) switch
            {
                0 => new Criterion(Facet.FreeBy, "2026-12-10", Must: true),
                1 => new Criterion(Facet.Size, "100-3000", Must: true),
                2 => Criterion.Without(term.Facet, term.Key),
                _ => new Criterion(term.Facet, term.Key, Must: true),
            };
        }

        HashSet<Guid> Ids(Criteria criteria) => [.. Matcher.Match(catalog, Catalogs.Query("") with { Criteria = criteria, Take = 1000 }).Rows.Select(row => row.CustomerId)];
    }

    [Fact]
    public void Who_sees_totals_only_learns_the_number_of_closed_ones_and_not_who_they_are()
    {
        var closed = Catalogs.Entry(1, "Alpenbank");
        var usage = Catalogs.Usage((closed, Catalogs.ClosedUntil(Catalogs.Today.AddDays(3))));
        var query = Catalogs.Query("", usage) with { Viewer = Catalogs.Rep() with { SeesStandings = false } };

        var result = Matcher.Match(Catalogs.Of(closed, Catalogs.Entry(2, "Bodensee Bank")), query);

        result.Closed.ShouldBe(1);
        result.ClosedRows.ShouldBeEmpty();
        result.Rows.ShouldAllBe(row => row.Standing.State == AvailabilityState.Open);
        result.TellsFree.ShouldBeTrue("the total of the whole program is told");
    }

    [Fact]
    public void Who_sees_totals_only_picks_nobody_out_to_learn_how_they_stand()
    {
        var closed = Catalogs.Entry(1, "Alpenbank");
        var usage = Catalogs.Usage((closed, Catalogs.ClosedUntil(Catalogs.Today.AddDays(3))));
        var query = Catalogs.Query("q=Alpenbank", usage) with { Viewer = Catalogs.Rep() with { SeesStandings = false } };
        var catalog = Catalogs.Of(closed, Catalogs.Entry(2, "Bodensee Bank"));

        var result = Matcher.Match(catalog, query);
        result.Total.ShouldBe(1);
        result.TellsFree.ShouldBeFalse();
        result.Closed.ShouldBe(0);
        result.Facets.Single(facet => facet.Facet == Facet.Availability).Options.ShouldBeEmpty();
        Matcher.Match(catalog, query with { Viewer = Catalogs.Rep() }).Closed.ShouldBe(1);
    }
}
