using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Near-equals take turns: nobody is first for everybody, and nobody jumps about within one request.</summary>
public sealed class TurnRules
{
    private static readonly CatalogEntry[] Banks = [.. Enumerable.Range(10, 8).Select(number => Catalogs.Entry(number, $"Bank {number}", "industry:banking"))];

    [Fact]
    public void Over_many_requests_each_of_the_equals_comes_first_about_equally_often()
    {
        var catalog = Catalogs.Of(Banks);
        var firsts = Enumerable.Range(0, 1600).Select(request => Order(catalog, Catalogs.IdOf(request))[0]).CountBy(name => name).ToDictionary();

        firsts.Count.ShouldBe(Banks.Length);
        firsts.Values.ShouldAllBe(times => times > 130 && times < 275, "200 each, give or take five standard deviations");
    }

    [Fact]
    public void A_point_or_two_less_takes_turns_with_the_best_three_do_not()
    {
        var best = Banks[0] with { VerifiedOn = Catalogs.Today };
        var near = Banks[1] with { VerifiedOn = Catalogs.Today.AddDays(-72) };
        var behind = Banks[2] with { VerifiedOn = Catalogs.Today.AddDays(-108) };
        var catalog = Catalogs.Of(behind, near, best);

        var orders = Enumerable.Range(0, 40).Select(request => Order(catalog, Catalogs.IdOf(request))).ToList();

        orders.Select(order => order[0]).Distinct().ShouldBe([best.Name, near.Name], ignoreOrder: true);
        orders.ShouldAllBe(order => order[2] == behind.Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_is_total_and_the_same_each_time_however_it_is_cut_into_pages(int seed)
    {
        var entries = Catalogs.Random(seed, 220).ToList();
        var catalog = CatalogSnapshot.Of(Catalogs.Terms, entries[..180]).With(entries[180..].ToDictionary(entry => entry.Id, entry => (CatalogEntry?)entry));
        foreach (var sort in Enum.GetValues<MatchSort>())
        {
            foreach (var criteria in new[] { "", "prefer=platform:azure&prefer=language:de", "prefer=size:2000-10000&not=industry:retail" })
            {
                var query = Catalogs.Query(criteria) with { Sort = sort, Seed = Catalogs.IdOf(seed), Take = 1000 };
                var whole = Matcher.Match(catalog, query).Rows.Select(row => row.CustomerId).ToList();

                var pages = Enumerable.Range(0, 40).SelectMany(page => Matcher.Match(catalog, query with { Skip = page * 7, Take = 7 }).Rows.Select(row => row.CustomerId)).ToList();

                pages.ShouldBe(whole, $"{criteria} by {sort}");
                whole.Distinct().Count().ShouldBe(whole.Count);
            }
        }
    }

    private static List<string> Order(CatalogSnapshot catalog, Guid seed) =>
        [.. Matcher.Match(catalog, Catalogs.Query("industry=banking") with { Seed = seed }).Rows.Select(row => row.Name)];
}
