using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Words that no taxonomy knows: beside criteria they rank, alone or in quotes they filter.</summary>
public sealed class LeftOverWordRules
{
    private static readonly CatalogEntry Alpenbank = Catalogs.Entry(1, "Alpenbank", "industry:banking");
    private static readonly CatalogEntry Seebank = Catalogs.Entry(2, "Seebank", "industry:banking");
    private static readonly CatalogSnapshot Catalog = Catalogs.Of(Seebank, Alpenbank);

    [Fact]
    public void A_word_that_nobody_has_takes_nobody_away()
    {
        var result = Matcher.Match(Catalog, Catalogs.Query("industry=banking&q=visit"));

        result.Total.ShouldBe(2);
        result.Relaxations.ShouldBeEmpty();
        result.Rows.SelectMany(row => row.Reasons).ShouldAllBe(reason => !reason.Words.Contains("visit", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_has_the_word_comes_first_and_says_so()
    {
        var result = Matcher.Match(Catalog, Catalogs.Query("industry=banking&q=visit%20alpenbank"));

        result.Rows.Select(row => row.CustomerId).ShouldBe([Alpenbank.Id, Seebank.Id]);
        result.Rows[0].Reasons.ShouldContain(new MatchReason(Met: true, "“alpenbank” in the name or place"));
        result.Rows[0].Score.Fit.ShouldBeGreaterThan(result.Rows[1].Score.Fit);
    }

    [Theory]
    [InlineData("q=visit", 0)]
    [InlineData("q=alpenbank", 1)]
    [InlineData("industry=banking&q=%22visit%22", 0)]
    [InlineData("industry=banking&q=%22alpenbank%22%20visit", 1)]
    public void Alone_or_in_quotes_it_must_be_met(string query, int total) => Matcher.Match(Catalog, Catalogs.Query(query)).Total.ShouldBe(total);

    [Fact]
    public void A_hidden_name_does_not_rank_by_its_words()
    {
        var hidden = Alpenbank with { Confidential = true };

        var result = Matcher.Match(Catalogs.Of(Seebank, hidden), Catalogs.Query("industry=banking&q=alpenbank") with { Viewer = Catalogs.Rep(-99, false) });

        result.Rows.SelectMany(row => row.Reasons).ShouldAllBe(reason => !reason.Words.Contains("alpenbank", StringComparison.Ordinal));
        result.Rows.Select(row => row.Score.Fit).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Dropping_the_last_criterion_does_not_make_the_words_filter()
    {
        var result = Matcher.Match(Catalog, Catalogs.Query("industry=insurance&q=visit"));

        result.Relaxations.Select(relaxation => (relaxation.More, relaxation.Criteria.ToQuery())).ShouldBe([(2, "")]);
    }

    [Fact]
    public void Words_that_filter_go_on_filtering_when_a_criterion_comes_to_them() =>
        Criteria.Parse("q=alpenbank").Pinned().With(new Criterion(Facet.Industry, "banking", Must: true)).ToQuery().ShouldBe("industry=banking&q=%22alpenbank%22");
}
