using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>Who may know of which deals.</summary>
public static class OpportunityVisibility
{
    /// <summary>Deals this viewer may look up and ask for: one's own and those nobody here owns; all of them by right.</summary>
    public static IQueryable<Opportunity> PickableBy(this IQueryable<Opportunity> deals, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var me = viewer.UserId;
        return viewer.Can(Right.SeeAllDeals) ? deals : deals.Where(deal => deal.OwnerId == me || deal.OwnerId == null);
    }

    /// <summary>Whether this viewer may see the amount of a deal: one's own, or by right.</summary>
    public static bool MaySeeAmountOf(this Viewer viewer, Guid? dealOwnerId)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.SeeDealAmounts) || dealOwnerId == viewer.UserId;
    }
}
