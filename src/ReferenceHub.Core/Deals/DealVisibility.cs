using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>Who sees which deals and their amounts; the guard of every list of deals.</summary>
public static class DealVisibility
{
    /// <summary>Deals in this viewer's sight (none that were merged into another): all by right, else their own, those of nobody here, and those they asked for.</summary>
    public static IQueryable<Opportunity> VisibleTo(this IQueryable<Opportunity> deals, Viewer viewer, ReferenceHubDbContext db)
    {
        deals = deals.Where(deal => deal.MergedIntoId == null);
        if (viewer.Can(Right.SeeAllDeals))
        {
            return deals;
        }

        var me = viewer.UserId;
        return deals.Where(deal => deal.OwnerId == me
            || deal.OwnerId == null
            || db.DealAsks.Any(ask => ask.OpportunityId == deal.Id && ask.UserId == me));
    }

    /// <summary>Deals this viewer may name in a request: any by right, else their own and those of nobody here.</summary>
    public static IQueryable<Opportunity> PickableBy(this IQueryable<Opportunity> deals, Viewer viewer)
    {
        deals = deals.Where(deal => deal.MergedIntoId == null);
        if (viewer.Can(Right.SeeAllDeals))
        {
            return deals;
        }

        var me = viewer.UserId;
        return deals.Where(deal => deal.OwnerId == me || deal.OwnerId == null);
    }

    /// <summary>Whether this viewer may know the amount of a deal with this owner.</summary>
    public static bool MaySeeAmountOf(this Viewer viewer, Guid? ownerId) => viewer.Can(Right.SeeDealAmounts) || ownerId == viewer.UserId;

    /// <summary>Whether this viewer may change a deal with this owner.</summary>
    public static bool MayEditDealOf(this Viewer viewer, Guid? ownerId) => viewer.Can(Right.RunProgram) || ownerId == viewer.UserId;
}
