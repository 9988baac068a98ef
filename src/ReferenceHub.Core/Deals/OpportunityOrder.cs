namespace ReferenceHub.Core.Deals;

/// <summary>The orders of deals, each continued by key and not by counting rows.</summary>
internal static class OpportunityOrder
{
    public static IQueryable<Opportunity> SortedBy(this IQueryable<Opportunity> deals, DealSort sort, bool descending, OpportunityCursor? after) => (sort, descending) switch
    {
        (DealSort.Name, false) => NameUp(deals, after),
        (DealSort.Name, true) => NameDown(deals, after),
        (DealSort.Amount, false) => AmountUp(deals, after),
        (DealSort.Amount, true) => AmountDown(deals, after),
        (_, false) => CloseUp(deals, after),
        (_, true) => CloseDown(deals, after),
    };

    private static IQueryable<Opportunity> NameUp(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is { Value: var name, ExternalId: var id })
        {
            deals = deals.Where(deal => string.Compare(deal.NameKey, name) > 0 || (deal.NameKey == name && string.Compare(deal.ExternalId, id) > 0));
        }

        return deals.OrderBy(deal => deal.NameKey).ThenBy(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> NameDown(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is { Value: var name, ExternalId: var id })
        {
            deals = deals.Where(deal => string.Compare(deal.NameKey, name) < 0 || (deal.NameKey == name && string.Compare(deal.ExternalId, id) < 0));
        }

        return deals.OrderByDescending(deal => deal.NameKey).ThenByDescending(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> AmountUp(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is { Number: var amount, ExternalId: var id })
        {
            deals = deals.Where(deal => (deal.AmountMinor ?? -1) > amount || ((deal.AmountMinor ?? -1) == amount && string.Compare(deal.ExternalId, id) > 0));
        }

        return deals.OrderBy(deal => deal.AmountMinor ?? -1).ThenBy(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> AmountDown(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is { Number: var amount, ExternalId: var id })
        {
            deals = deals.Where(deal => (deal.AmountMinor ?? -1) < amount || ((deal.AmountMinor ?? -1) == amount && string.Compare(deal.ExternalId, id) < 0));
        }

        return deals.OrderByDescending(deal => deal.AmountMinor ?? -1).ThenByDescending(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> CloseUp(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is { Number: var day, ExternalId: var id })
        {
            deals = deals.Where(deal => deal.CloseOrder > day || (deal.CloseOrder == day && string.Compare(deal.ExternalId, id) > 0));
        }

        return deals.OrderBy(deal => deal.CloseOrder).ThenBy(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> CloseDown(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is { Number: var day, ExternalId: var id })
        {
            deals = deals.Where(deal => deal.CloseOrder < day || (deal.CloseOrder == day && string.Compare(deal.ExternalId, id) < 0));
        }

        return deals.OrderByDescending(deal => deal.CloseOrder).ThenByDescending(deal => deal.ExternalId);
    }
}
