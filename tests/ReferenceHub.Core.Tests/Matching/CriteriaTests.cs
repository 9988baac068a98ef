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

    [Theory]
    [InlineData("not=freeby:2027-01-02", "")]
    [InlineData("prefer=availability:open", "availability=open")]
    [InlineData("not=availability:open", "not=availability:open")]
    [InlineData("not=like:0f8fad5b-d9cb-469f-a165-70867728950e", "not=like:0f8fad5b-d9cb-469f-a165-70867728950e")]
    public void What_cannot_be_not_wanted_is_left_out_and_what_is_no_wish_is_a_must(string typed, string kept) => Criteria.Parse(typed).ToQuery().ShouldBe(kept);

    [Theory]
    [InlineData("industry=banking", "prefer=industry:banking")]
    [InlineData("prefer=industry:banking", "industry=banking")]
    [InlineData("not=industry:banking", "industry=banking")]
    [InlineData("availability=open", "not=availability:open")]
    [InlineData("freeby=2027-01-02", "prefer=freeby:2027-01-02")]
    public void Switched_asks_the_other_way(string before, string after) => Criteria.Of([Criteria.Parse(before).Items.Single().Switched()]).ToQuery().ShouldBe(after);

    [Fact]
    public void As_wishes_nothing_but_what_is_not_wanted_filters() =>
        Criteria.Parse("industry=banking&availability=open&not=region:de").AsWishes().ToQuery().ShouldBe("prefer=industry:banking&not=region:de");

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
