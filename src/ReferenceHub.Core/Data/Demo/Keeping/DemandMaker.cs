using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Needs of open deals that no reference met: of a prospect's industry and region nobody runs the two rare products together.</summary>
internal sealed class DemandMaker(DemoWorld world)
{
    private const int Most = 6;
    private static readonly string[] Rare = ["delta", "ember"];

    /// <summary>The needs, the oldest first.</summary>
    public IEnumerable<UnmetNeed> All()
    {
        var deals = world.Deals.Select(deal => deal.Row).Where(deal => deal is { Outcome: DealOutcome.Open, OwnerId: not null, IndustryKey: not null, RegionKey: not null } && IsMissing(deal));
        foreach (var (place, deal) in deals.Take(Most).Index())
        {
            var criteria = Criteria.Of(
                Rare.Select(key => new Criterion(Facet.Product, key, Must: true))
                    .Append(new Criterion(Facet.Industry, deal.IndustryKey!, Must: true)).Append(new Criterion(Facet.Region, deal.RegionKey!, Must: true)));
            yield return new UnmetNeed(world.Ids.Next(), deal.Id, ActivityKeys.SalesCall, criteria, 0, deal.OwnerId!.Value, world.Now.AddDays(-4 * (Most - place)).AddHours(-place));
        }
    }

    private bool IsMissing(Opportunity deal)
    {
        var (industry, region) = (world.Term(TermKind.Industry, deal.IndustryKey!), world.Term(TermKind.Region, deal.RegionKey!));
        return !world.Customers.Exists(customer => customer.Row.IndustryId == industry && customer.Row.RegionId == region
            && Rare.All(key => customer.Row.Products.Exists(use => use.ProductId == world.Term(TermKind.Product, key))));
    }
}
