using System.Text.Json;
using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>A confidential customer is a fitting reference without a name: nothing a rep can ask gives it away.</summary>
public sealed class ConfidentialityRules
{
    private static readonly CatalogEntry Secret = Catalogs.Entry(1, "Geheimbank", "industry:banking", "region:ch", "product:atlas", "size:over-10000") with
    {
        AnonymousName = "DACH Banking customer, 20k staff",
        City = "Zug",
        Staff = 21_437,
        Confidential = true,
        OwnerId = Catalogs.IdOf(-7),
        Content = 3,
        Releases = [new CatalogRelease(Catalogs.IdOf(-9), null), new CatalogRelease(Catalogs.IdOf(-10), Catalogs.Now.AddMinutes(-1))],
    };

    private static readonly CatalogEntry Plain = Catalogs.Entry(2, "Alpenbank", "industry:banking", "region:de", "product:atlas");

    private static readonly CatalogSnapshot Catalog = Catalogs.Of(Secret, Plain);

    [Fact]
    public void A_rep_sees_the_anonymous_name_and_coarse_facts_only()
    {
        var row = Search("").Rows.Single(row => row.NameHidden);

        row.Name.ShouldBe("DACH Banking customer, 20k staff");
        row.Place.ShouldBe("DACH");
        row.Size.ShouldBe("20k staff");
        row.Content.ShouldBe(0);
        JsonSerializer.Serialize(row).ShouldNotContain("Geheim");
        JsonSerializer.Serialize(row).ShouldNotContain("21,437");
    }

    [Theory]
    [InlineData("q=geheim")]
    [InlineData("q=geheimbank")]
    [InlineData("q=zug")]
    [InlineData("region=ch")]
    [InlineData("prefer=region:ch&q=%22geheim%22")]
    public void Neither_words_nor_country_find_it(string criteria) => Search(criteria).Total.ShouldBe(0);

    [Theory]
    [InlineData("region=dach&product=atlas", 2)]
    [InlineData("q=dach%20customer", 1)]
    [InlineData("industry=banking", 2)]
    public void It_is_found_by_what_its_anonymous_name_says(string criteria, int total) => Search(criteria).Total.ShouldBe(total);

    [Fact]
    public void It_counts_under_its_region_and_under_no_country()
    {
        var regions = Search("industry=banking").Facets.Single(facet => facet.Facet == Facet.Region).Options;

        regions.Single(option => option.Key == "dach").Count.ShouldBe(2);
        regions.Single(option => option.Key == "de").Count.ShouldBe(1);
        regions.ShouldNotContain(option => option.Key == "ch");
    }

    [Fact]
    public void A_preferred_country_does_not_rank_it_and_wherever_it_is_says_that_none_is_told()
    {
        var without = Search("industry=banking&prefer=region:de").Rows.Single(row => row.NameHidden);
        var with = Search("industry=banking&prefer=region:ch").Rows.Single(row => row.NameHidden);

        with.Score.ShouldBe(without.Score);
        with.Reasons.ShouldBe(without.Reasons);
        with.Reasons.ShouldBe([new MatchReason(Met: false, "country not told")]);
    }

    [Theory]
    [InlineData("not=region:ch", "country not told")]
    [InlineData("not=region:de", "country not told")]
    [InlineData("not=region:de&prefer=region:ch", "country not told")]
    [InlineData("prefer=language:de", "languages not told")]
    [InlineData("not=language:sv", "languages not told")]
    public void A_country_or_language_wanted_or_not_is_said_to_be_not_told_once(string criteria, string words) =>
        Search(criteria).Rows.Single(row => row.NameHidden).Reasons.ShouldBe([new MatchReason(Met: false, words)]);

    [Fact]
    public void The_region_that_its_anonymous_name_tells_is_no_secret() =>
        Search("prefer=region:dach&not=region:nordics").Rows.Single(row => row.NameHidden).Reasons.ShouldBe([new MatchReason(Met: true, "not Nordics")]);

    [Fact]
    public void Dropping_a_criterion_does_not_reveal_it()
    {
        Search("region=ch&product=atlas&q=%22zug%22").Relaxations.ShouldBeEmpty();
        Search("region=ch&industry=banking").Relaxations.ShouldHaveSingleItem().Words.ShouldBe("Switzerland");
    }

    [Fact]
    public void Sorting_by_name_uses_the_name_that_is_shown() =>
        Matcher.Match(Catalog, Catalogs.Query("") with { Sort = MatchSort.Name }).Rows.Select(row => row.Name)
            .ShouldBe(["Alpenbank", "DACH Banking customer, 20k staff"]);

    [Fact]
    public void Its_owner_those_it_was_released_to_and_those_entitled_see_the_name()
    {
        MatchViewer[] entitled =
        [
            Catalogs.Rep(-7),
            Catalogs.Rep(-8, seesConfidential: true),
            Catalogs.Rep(-9),
        ];

        foreach (var viewer in entitled)
        {
            var result = Matcher.Match(Catalog, Catalogs.Query("region=ch&q=geheim") with { Viewer = viewer });
            result.Rows.ShouldHaveSingleItem().Name.ShouldBe("Geheimbank");
            result.Rows[0].Size.ShouldBe("21,437 staff");
        }
    }

    [Fact]
    public void A_release_that_ended_shows_nothing_any_more() =>
        Matcher.Match(Catalog, Catalogs.Query("region=ch") with { Viewer = Catalogs.Rep(-10) }).Total.ShouldBe(0);

    private static MatchResult Search(string criteria) => Matcher.Match(Catalog, Catalogs.Query(criteria));
}
