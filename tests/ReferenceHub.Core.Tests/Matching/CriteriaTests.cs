using ReferenceHub.Core.Matching;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class CriteriaTests
{
    [Fact]
    public void An_address_reads_back_to_the_same_criteria()
    {
        const string address = "industry=banking&product=atlas&product=beacon&prefer=platform:azure&q=core%20%26%20more";

        var criteria = Criteria.Parse("?" + address);

        criteria.Items.ShouldBe(
        [
            new Criterion(Facet.Industry, "banking", Must: true),
            new Criterion(Facet.Product, "atlas", Must: true),
            new Criterion(Facet.Product, "beacon", Must: true),
            new Criterion(Facet.Platform, "azure", Must: false),
        ]);
        criteria.Text.ShouldBe("core & more");
        criteria.ToQuery().ShouldBe(address);
        Criteria.Parse(criteria.ToQuery()).ShouldBe(criteria);
    }

    [Theory]
    [InlineData("industry=")]
    [InlineData("industry=Ban%20king")]
    [InlineData("prefer=azure")]
    [InlineData("prefer=moon:azure")]
    [InlineData("page=3&sort=name")]
    [InlineData("product=<script>")]
    [InlineData("&&=&")]
    public void What_is_no_criterion_is_passed_over(string address) => Criteria.Parse(address).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_term_asked_for_twice_counts_once_and_as_a_must() =>
        Criteria.Parse("platform=azure&prefer=platform:azure&platform=azure").ToQuery().ShouldBe("platform=azure");

    [Fact]
    public void A_chip_can_be_switched_and_taken_away()
    {
        var criteria = Criteria.Parse("industry=banking&prefer=platform:azure");

        criteria.With(new Criterion(Facet.Platform, "azure", Must: true)).ToQuery().ShouldBe("industry=banking&platform=azure");
        criteria.Without(Facet.Industry, "banking").ToQuery().ShouldBe("prefer=platform:azure");
    }

    [Fact]
    public void Too_many_criteria_and_too_long_words_are_cut()
    {
        var criteria = Criteria.Parse(string.Join('&', Enumerable.Range(0, 500).Select(number => $"product=p{number}")) + "&q=" + new string('x', 5000));

        criteria.Items.Length.ShouldBe(Criteria.Most);
        criteria.Text.Length.ShouldBe(Criteria.TextLength);
    }
}
