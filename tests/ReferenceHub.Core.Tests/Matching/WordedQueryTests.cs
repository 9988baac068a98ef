using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class WordedQueryTests
{
    private static readonly WordedQuery Reader = new(Catalogs.Terms);

    [Theory]
    [InlineData("financial sector, uses Atlas and Beacon, on Azure, 5000 staff, speaks German", "industry=finance&product=atlas&product=beacon&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de")]
    [InlineData("Bank or insurer in DACH, runs Atlas, Beacon and Comet on Azure, about 5000 staff, speaks German, live over a year", "industry=banking&industry=insurance&product=atlas&product=beacon&product=comet&region=dach&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de&prefer=live:12")]
    [InlineData("retailer in the US", "industry=retail&region=us")]
    [InlineData("tell us about a hospital", "industry=hospitals&q=tell%20us")]
    [InlineData("amazon web services, 12,000 employees", "prefer=platform:aws&prefer=size:over-10000")]
    [InlineData("on-prem in Österreich", "region=at&prefer=platform:on-premises")]
    [InlineData("Alpenbank", "q=Alpenbank")]
    [InlineData("\"Atlas Copco\" in Sweden", "region=se&q=%22Atlas%20Copco%22")]
    [InlineData("live for 2 years", "prefer=live:24")]
    [InlineData("10k employees", "prefer=size:over-10000")]
    [InlineData("bankng in Germny with Atlass", "industry=banking&product=atlas&region=de")]
    [InlineData("", "")]
    [InlineData("the and of", "")]
    public void Words_become_criteria_and_the_rest_stays_text(string words, string criteria) => Reader.Read(words).ToQuery().ShouldBe(criteria);

    [Fact]
    public void Every_shipped_name_is_understood_as_its_own_term()
    {
        foreach (var term in Catalogs.Terms.All.Where(term => term.Name.Length > 2))
        {
            Reader.Read(term.Name).Items.ShouldContain(item => item.Key == term.Key || Catalogs.Terms.Find(item.Facet, item.Key)!.Name == term.Name, term.Name);
        }
    }
}
