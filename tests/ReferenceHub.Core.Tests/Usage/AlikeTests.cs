using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Past;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Who could be asked instead of whom, wherever that is told.</summary>
public sealed class AlikeTests
{
    private static readonly UsageSubject One = Customer(Bank, Dach, Atlas);

    [Fact]
    public void Alike_are_those_that_share_a_product_and_an_industry_or_region()
    {
        var (industry, region, both) = (Customer(Bank, Atlas), Customer(Dach, Atlas), Customer(Bank, Dach, Atlas));
        var (noProduct, noPlace, nothing) = (Customer(Bank, Dach), Customer(Atlas), Customer());

        Peers(industry, region, both, noProduct, noPlace, nothing).Select(peer => (peer.Who, peer.Shared)).ShouldBe([(industry, 2), (region, 2), (both, 3)], ignoreOrder: true);
    }

    [Fact]
    public void Nobody_is_like_itself_or_like_one_without_terms()
    {
        Peers(One).ShouldBeEmpty();
        new Alike([One], IsProduct).To(Customer()).ShouldBeEmpty();
    }

    private static List<Peer> Peers(params UsageSubject[] among) => [.. new Alike(among, IsProduct).To(One)];

    private static bool IsProduct(Guid term) => term == Atlas;
}
