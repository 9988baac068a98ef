using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class FittingRules
{
    private static readonly CatalogEntry Bank = Catalogs.Entry(1, "Alpenbank", "industry:banking", "region:de", "product:atlas", "product:beacon", "platform:azure");
    private static readonly CatalogEntry Insurer = Catalogs.Entry(2, "Säntis Versicherungen", "industry:insurance", "region:ch", "product:atlas", "platform:aws") with { City = "St. Gallen" };
    private static readonly CatalogEntry Shop = Catalogs.Entry(3, "Maple Retail", "industry:retail", "region:ca", "product:beacon");

    [Theory]
    [InlineData("", "Alpenbank|Maple Retail|Säntis Versicherungen")]
    [InlineData("industry=banking", "Alpenbank")]
    [InlineData("industry=banking&industry=insurance", "Alpenbank|Säntis Versicherungen")]
    [InlineData("industry=finance", "Alpenbank|Säntis Versicherungen")]
    [InlineData("region=dach", "Alpenbank|Säntis Versicherungen")]
    [InlineData("region=ch", "Säntis Versicherungen")]
    [InlineData("product=atlas", "Alpenbank|Säntis Versicherungen")]
    [InlineData("product=atlas&product=beacon", "Alpenbank")]
    [InlineData("industry=finance&region=north-america", "")]
    [InlineData("platform=aws", "Säntis Versicherungen")]
    [InlineData("prefer=platform:aws", "Alpenbank|Maple Retail|Säntis Versicherungen")]
    [InlineData("q=santis", "Säntis Versicherungen")]
    [InlineData("q=gallen%20st", "Säntis Versicherungen")]
    [InlineData("q=bank%20retail", "")]
    public void Within_a_facet_any_across_facets_all_products_all(string criteria, string fitting) =>
        string.Join('|', Search(criteria).Rows.Select(row => row.Name).Order(StringComparer.Ordinal)).ShouldBe(fitting);

    [Fact]
    public void A_narrower_tick_stands_for_the_broader_one() => Search("industry=finance&industry=banking").Total.ShouldBe(1);

    [Fact]
    public void What_is_preferred_ranks_and_says_what_is_there_instead()
    {
        var result = Search("industry=finance&product=atlas&prefer=product:beacon&prefer=platform:azure");

        result.Rows.Select(row => row.Name).ShouldBe(["Alpenbank", "Säntis Versicherungen"]);
        result.Rows[0].Reasons.ShouldBe([new MatchReason(true, "2/2 products"), new MatchReason(true, "Azure")]);
        result.Rows[1].Reasons.ShouldBe([new MatchReason(false, "1/2 products"), new MatchReason(false, "AWS")]);
        result.Rows[0].Score.Fit.ShouldBe(60);
        result.Rows[1].Score.Fit.ShouldBe(33, "6 of 11: industry 3, product 3 each, platform 2");
    }

    [Fact]
    public void What_counts_more_ranks_more()
    {
        var catalog = Catalogs.Of(Catalogs.Entry(1, "Azure", "platform:azure"), Catalogs.Entry(2, "German", "language:de"));
        var weights = MatchWeights.Default with { Facets = MatchWeights.Default.Facets.SetItem(Facet.Platform, 1).SetItem(Facet.Language, 9) };

        var rows = Matcher.Match(catalog, Catalogs.Query("prefer=platform:azure&prefer=language:de") with { Weights = weights }).Rows;

        rows.Select(row => (row.Name, row.Score.Fit)).ShouldBe([("German", 54), ("Azure", 6)]);
    }

    [Fact]
    public void Staff_near_a_preferred_range_counts_in_part()
    {
        var entries = new[] { 1000, 1500, 1999, 3998, 0 }.Select((staff, number) => Catalogs.Entry(number, $"{staff}") with { Staff = staff }).ToArray();

        var rows = Matcher.Match(Catalogs.Of(entries), Catalogs.Query("prefer=size:500-1000")).Rows;

        rows.ToDictionary(row => row.Name, row => row.Score.Fit).ShouldBe(
            new Dictionary<string, int> { ["1000"] = 60, ["1500"] = 20, ["1999"] = 0, ["3998"] = 0, ["0"] = 0 }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("not=industry:banking", "Maple Retail|Säntis Versicherungen")]
    [InlineData("not=industry:finance", "Maple Retail")]
    [InlineData("industry=finance&not=industry:banking", "Säntis Versicherungen")]
    [InlineData("not=product:beacon&not=platform:azure", "Säntis Versicherungen")]
    [InlineData("not=product:atlas&not=product:beacon", "")]
    public void What_is_not_wanted_filters_out_any_of_it(string criteria, string fitting)
    {
        var result = Search(criteria);

        string.Join('|', result.Rows.Select(row => row.Name).Order(StringComparer.Ordinal)).ShouldBe(fitting);
        result.Rows.ShouldAllBe(row => row.Reasons.All(reason => reason.Met));
    }

    [Fact]
    public void What_is_not_wanted_is_no_tick_and_counts_what_it_would_bring()
    {
        var options = Search("industry=finance&not=industry:banking").Facets.Single(facet => facet.Facet == Facet.Industry).Options;

        var banking = options.Single(option => option.Key == "banking");
        (banking.Ticked, banking.Not, banking.Count).ShouldBe((null, true, 1));
        options.Single(option => option.Key == "finance").Ticked.ShouldBe(true);
    }

    [Fact]
    public void The_parts_of_a_match_add_up_and_the_best_possible_is_a_hundred()
    {
        var usage = new UsageView(Catalogs.Today, _ => Catalogs.Free, _ => 5);
        var row = Matcher.Match(Catalogs.Of(Bank with { VerifiedOn = Catalogs.Today }), Catalogs.Query("industry=banking", usage)).Rows[0];

        row.Score.ShouldBe(new MatchScore(60, 20, 10, 10));
        row.Score.Total.ShouldBe(100);
    }

    [Fact]
    public void Live_time_counts_whole_months()
    {
        var day = Catalogs.Today.AddMonths(-12);
        var old = Catalogs.Entry(4, "Old") with { LiveSince = day };
        var young = Catalogs.Entry(5, "Young") with { LiveSince = day.AddDays(1) };

        var result = Matcher.Match(Catalogs.Of(old, young), Catalogs.Query("prefer=live:12"));

        result.Rows.Select(row => (row.Name, row.Reasons[0])).ShouldBe(
            [("Old", new MatchReason(true, "live 12 months")), ("Young", new MatchReason(false, "live 11 months"))], ignoreOrder: true);
        Matcher.Match(Catalogs.Of(old, young), Catalogs.Query("live=12")).Total.ShouldBe(1);
    }

    [Fact]
    public void A_term_nobody_knows_is_left_out_and_said()
    {
        var result = Search("industry=banking&industry=spacefaring&live=soon");

        result.Total.ShouldBe(1);
        result.Unknown.Select(item => item.Key).ShouldBe(["spacefaring", "soon"]);
    }

    [Fact]
    public void Near_equals_take_turns_but_stay_put_within_one_request()
    {
        var banks = Enumerable.Range(10, 8).Select(number => Catalogs.Entry(number, $"Bank {number}", "industry:banking")).ToArray();
        var catalog = Catalogs.Of(banks);

        var orders = Enumerable.Range(0, 20).Select(request => Order(Catalogs.IdOf(request))).ToList();

        Order(Catalogs.IdOf(3)).ShouldBe(orders[3]);
        orders.Select(order => order[0]).Distinct().Count().ShouldBeGreaterThan(4);

        string[] Order(Guid seed) => [.. Matcher.Match(catalog, Catalogs.Query("industry=banking") with { Seed = seed }).Rows.Select(row => row.Name)];
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repeat()
    {
        var catalog = CatalogSnapshot.Of(Catalogs.Terms, Catalogs.Random(7, 90));

        foreach (var sort in Enum.GetValues<MatchSort>())
        {
            var pages = Enumerable.Range(0, 4).SelectMany(page => Matcher.Match(catalog, Catalogs.Query("") with { Skip = page * 25, Sort = sort }).Rows).ToList();
            pages.Select(row => row.CustomerId).Distinct().Count().ShouldBe(90);
            pages.Select(row => row.Standing.IsClosed).ShouldBe(pages.Select(row => row.Standing.IsClosed).Order());
        }
    }

    private static MatchResult Search(string criteria) => Matcher.Match(Catalogs.Of(Bank, Insurer, Shop), Catalogs.Query(criteria));
}
