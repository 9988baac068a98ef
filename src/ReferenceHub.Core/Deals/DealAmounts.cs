using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>Amounts of deals as the program's rules compare them.</summary>
public static class DealAmounts
{
    /// <summary>The amount of a deal in the program's currency; null when it is unknown or in another currency, for which the program keeps no rate.</summary>
    public static async Task<decimal?> DealAmountAsync(this ReferenceHubDbContext db, Guid? opportunityId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (opportunityId is not { } id)
        {
            return null;
        }

        var deal = await db.Opportunities.Where(deal => deal.Id == id && db.Organisations.Any(own => own.Currency == deal.Currency))
            .Select(deal => new { deal.AmountMinor, deal.Currency }).FirstOrDefaultAsync(ct);
        return deal?.AmountMinor is { } minor ? Currencies.ToMajor(minor, deal.Currency) : null;
    }

    /// <summary>As above, of a deal whose amount the viewer may see; null for others: what is free for large deals would tell it.</summary>
    public static async Task<decimal?> DealAmountAsync(this ReferenceHubDbContext db, Guid? opportunityId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var deal = await db.Opportunities.PickableBy(viewer).Where(deal => deal.Id == opportunityId).Select(deal => new { deal.Id, deal.OwnerId }).FirstOrDefaultAsync(ct);
        return deal is not null && viewer.MaySeeAmountOf(deal.OwnerId) ? await db.DealAmountAsync(deal.Id, ct) : null;
    }
}
