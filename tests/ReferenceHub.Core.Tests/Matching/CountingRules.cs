using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Totals, facet counts and relaxations over many random searches, against the plain way of counting.</summary>
public sealed class CountingRules
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Sets_count_what_looking_at_each_customer_counts(int seed)
    {
        var random = new Random(seed);
        var (catalog, entries) = PatchedCatalog(seed);
        for (var search = 0; search < 25; search++)
        {
            var query = RandomQuery(random, entries);
            var plain = new BruteForce(entries, query);

            var result = Matcher.Match(catalog, query);

            result.Free.ShouldBe(entries.Count(entry => plain.IsSearched(entry) && plain.Fits(entry, query.Criteria) && !plain.IsClosed(entry)));
            result.Total.ShouldBe(plain.Count(query.Criteria), query.Criteria.ToQuery());
            result.Rows.ShouldAllBe(row => plain.Fits(entries.First(entry => entry.Id == row.CustomerId), query.Criteria));
            foreach (var (facet, option) in result.Facets.SelectMany(facet => facet.Options.Select(option => (facet.Facet, option))))
            {
                option.Count.ShouldBe(plain.Count(IfTicked(query.Criteria, facet, option.Key)), $"{facet}:{option.Key} of {query.Criteria.ToQuery()}");
            }

            foreach (var relaxation in result.Relaxations)
            {
                plain.Count(relaxation.Criteria).ShouldBe(result.Total + relaxation.More, $"without {relaxation.Words}: {query.Criteria.ToQuery()}");
            }
        }
    }

    [Fact]
    public void When_nothing_fits_every_single_criterion_that_helps_is_named()
    {
        var atlas = Catalogs.Entry(1, "One", "industry:banking", "region:de", "product:atlas");
        var beacon = Catalogs.Entry(2, "Two", "industry:banking", "region:de", "product:beacon");

        var result = Matcher.Match(Catalogs.Of(atlas, beacon), Catalogs.Query("industry=banking&region=dach&product=atlas&product=beacon"));

        result.Total.ShouldBe(0);
        result.Relaxations.Select(relaxation => (relaxation.Words, relaxation.More)).ShouldBe([("Atlas", 1), ("Beacon", 1)]);
        result.Relaxations[0].Criteria.ToQuery().ShouldBe("industry=banking&product=beacon&region=dach");
    }

    // An option alone in its facet (this or that adds up), except products, which come on top of those ticked.
    private static Criteria IfTicked(Criteria criteria, Facet facet, string key)
    {
        criteria = criteria.Pinned();
        var kept = facet == Facet.Product ? criteria : criteria.Without(criteria.Items.Where(item => item.Facet == facet && item is { Must: true, Not: false }));
        return kept.With(new Criterion(facet, key, Must: true));
    }

    private static (CatalogSnapshot Catalog, List<CatalogEntry> Entries) PatchedCatalog(int seed)
    {
        var first = Catalogs.Random(seed, 150).ToList();
        var changed = Catalogs.Random(seed + 100, 170).Skip(130).ToList();
        var changes = changed.ToDictionary(entry => entry.Id, entry => (CatalogEntry?)entry);
        changes[first[0].Id] = null;
        var catalog = CatalogSnapshot.Of(Catalogs.Terms, first).With(changes);
        return (catalog, [.. first.Skip(1).Take(129), .. changed]);
    }

    private static MatchQuery RandomQuery(Random random, List<CatalogEntry> entries)
    {
        var model = entries[random.Next(entries.Count)];
        var items = model.Terms.Select(term => Catalogs.Terms.All[term])
            .Where(_ => random.Next(3) == 0)
            .Select(term => new Criterion(term.Facet, term.Key, random.Next(3) > 0))
            .ToList();
        if (random.Next(3) == 0)
        {
            var other = Catalogs.Terms.All[random.Next(Catalogs.Terms.All.Length)];
            items.Add(new Criterion(other.Facet, other.Key, Must: true));
        }

        if (random.Next(4) == 0)
        {
            items.Add(new Criterion(Facet.Live, "24", Must: true));
        }

        foreach (var term in Enumerable.Range(0, random.Next(3)).Select(_ => Catalogs.Terms.All[random.Next(Catalogs.Terms.All.Length)]))
        {
            items.Add(Criterion.Without(term.Facet, term.Key));
        }

        if (random.Next(4) == 0)
        {
            items.Add(new Criterion(Facet.Size, "300-4000", Must: true, Not: random.Next(2) == 0));
        }

        if (random.Next(4) == 0)
        {
            items.Add(new Criterion(Facet.FreeBy, "2026-12-10", Must: true, Not: random.Next(3) == 0));
        }

        var likes = entries.OrderBy(_ => random.Next()).Take(random.Next(3)).Select(entry => LikenessOf(entry, random.Next(3))).ToList();
        items.AddRange(likes.Select(like => like.Of));
        if (random.Next(4) == 0)
        {
            items.Add(new Criterion(Facet.Availability, "open", Must: true));
        }

        var text = random.Next(6) switch { 0 => model.Name[..4], 1 => "DACH", 2 => $"\"{model.Name[..4]}\" visit", _ => null };
        return Catalogs.Query("", Load(entries)) with
        {
            Criteria = Criteria.Of(items, text),
            Likes = new Likenesses(likes),
            Viewer = Catalogs.Rep(-1 - random.Next(20), random.Next(3) == 0),
            Tab = (MatchTab)random.Next(3),
        };
    }

    private static Likeness LikenessOf(CatalogEntry entry, int kind) =>
        new(new Criterion(Facet.Like, entry.Id.ToString(), Must: kind != 0, Not: kind == 2), entry.Name, entry.Id, entry.Terms, entry.Staff);

    private static UsageView Load(List<CatalogEntry> entries) => Catalogs.Usage(
        [.. entries.Where((_, place) => place % 3 == 0).Select((entry, place) => (entry, Catalogs.Free with { State = (AvailabilityState)(place % 3), FreeOn = place % 3 == 2 && place % 2 == 0 ? Catalogs.Today.AddDays(place) : null }))]);
}
