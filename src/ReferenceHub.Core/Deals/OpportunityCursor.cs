using System.Globalization;

namespace ReferenceHub.Core.Deals;

/// <summary>Where a page of deals ended: value sorted by and external id, which is unique and breaks ties.</summary>
internal sealed record OpportunityCursor(string Value, string ExternalId)
{
    private const char Between = '~';

    public static OpportunityCursor? Read(string? text) =>
        text?.Split(Between, 2) is [var value, var id] && id.Length > 0 ? new OpportunityCursor(value, id) : null;

    public static OpportunityCursor Of(Opportunity deal, DealSort sort) => new(
        sort switch
        {
            DealSort.Name => deal.NameKey,
            DealSort.Amount => deal.AmountMinor?.ToString(CultureInfo.InvariantCulture) ?? "",
            _ => deal.CloseOrder.ToString(CultureInfo.InvariantCulture),
        },
        deal.ExternalId);

    public override string ToString() => Value + Between + ExternalId;
}

/// <summary>The orders of deals, each continued by key and not by counting rows.</summary>
internal static class OpportunityOrder
{
    public static IQueryable<Opportunity> SortedBy(this IQueryable<Opportunity> deals, DealSort sort, OpportunityCursor? after) => sort switch
    {
        DealSort.Name => ByName(deals, after),
        DealSort.Amount => ByAmount(deals, after),
        _ => ByClose(deals, after),
    };

    private static IQueryable<Opportunity> ByName(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is not null)
        {
            var (name, id) = (after.Value, after.ExternalId);
            deals = deals.Where(deal => string.Compare(deal.NameKey, name) > 0 || (deal.NameKey == name && string.Compare(deal.ExternalId, id) > 0));
        }

        return deals.OrderBy(deal => deal.NameKey).ThenBy(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> ByAmount(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is not null)
        {
            var id = after.ExternalId;
            var amount = long.TryParse(after.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : long.MinValue;
            deals = deals.Where(deal => (deal.AmountMinor ?? long.MinValue) < amount
                || ((deal.AmountMinor ?? long.MinValue) == amount && string.Compare(deal.ExternalId, id) > 0));
        }

        return deals.OrderByDescending(deal => deal.AmountMinor ?? long.MinValue).ThenBy(deal => deal.ExternalId);
    }

    private static IQueryable<Opportunity> ByClose(IQueryable<Opportunity> deals, OpportunityCursor? after)
    {
        if (after is not null)
        {
            var id = after.ExternalId;
            var day = int.TryParse(after.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
            deals = deals.Where(deal => deal.CloseOrder < day
                || (deal.CloseOrder == day && string.Compare(deal.ExternalId, id) > 0));
        }

        return deals.OrderByDescending(deal => deal.CloseOrder).ThenBy(deal => deal.ExternalId);
    }
}
