using ReferenceHub.Core.References;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Taxonomy;

public sealed class TermTreeTests
{
    private readonly Term finance = Industry("finance");
    private readonly Term banking;
    private readonly Term retail;
    private readonly Term wealth;

    public TermTreeTests()
    {
        banking = Industry("banking", finance);
        retail = Industry("retail-banking", banking);
        wealth = Industry("wealth", retail);
    }

    private TermTree Tree => new(TermKind.Industry, [retail, wealth, banking, finance]);

    [Fact]
    public void Narrower_terms_follow_their_broader_one() =>
        Tree.Walk().Select(each => (each.Term.Key, each.Depth)).ShouldBe([("finance", 0), ("banking", 1), ("retail-banking", 2), ("wealth", 3)]);

    [Fact]
    public void A_term_never_stands_below_itself_or_what_is_below_it()
    {
        Tree.WhyNotBelow(finance.Id, finance.Id).ShouldNotBeNull();
        Tree.WhyNotBelow(finance.Id, wealth.Id).ShouldNotBeNull();
        Tree.WhyNotBelow(wealth.Id, finance.Id).ShouldBeNull();
    }

    [Fact]
    public void Industries_are_four_levels_deep_at_most()
    {
        Tree.WhyNotBelow(null, retail.Id).ShouldBeNull();
        Tree.WhyNotBelow(null, wealth.Id).ShouldNotBeNull().ShouldContain("at most 4");
    }

    [Fact]
    public void Languages_are_a_plain_list()
    {
        var german = new Term(Given.Id(), TermKind.Language, "de", "German");
        new TermTree(TermKind.Language, [german]).WhyNotBelow(null, german.Id).ShouldBe("Languages are a plain list.");
    }

    [Theory]
    [InlineData("Wealth & asset management", "wealth-asset-management")]
    [InlineData("  Bänke ", "banke")]
    [InlineData("銀行", "term")]
    [InlineData("Banking", "banking-2")]
    public void A_key_is_made_of_the_name_and_is_free(string name, string key) =>
        Taxonomies.KeyOf(name, new HashSet<string> { "banking" }).ShouldBe(key);

    private static Term Industry(string key, Term? below = null) => new(Given.Id(), TermKind.Industry, key, key, below?.Id);
}
