using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>What is known of the size of a deal.</summary>
/// <param name="AmountMinor">Amount in minor units of the currency; unknown is not 0.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Confirmed">It was imported, or entered or confirmed by who runs the program.</param>
public sealed record DealSize(long? AmountMinor, string Currency, bool Confirmed)
{
    /// <summary>The amount as the program's rules compare it; null when it is unknown, not confirmed, or in another currency, for which the program keeps no rate.</summary>
    public decimal? In(string currency) => Confirmed && Currency == currency && AmountMinor is { } minor ? Currencies.ToMajor(minor, Currency) : null;
}

/// <summary>Amounts of deals as the program's rules compare them.</summary>
public static class DealAmounts
{
    /// <summary>The amount of a deal in the program's currency; null where rules do not count it (<see cref="DealSize.In"/>).</summary>
    public static async Task<decimal?> DealAmountAsync(this ReferenceHubDbContext db, Guid? opportunityId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (opportunityId is not { } id)
        {
            return null;
        }

        var deal = await db.Opportunities.Where(deal => deal.Id == id)
            .Select(deal => new { Size = new DealSize(deal.AmountMinor, deal.Currency, deal.AmountConfirmed), Program = db.Organisations.Select(own => own.Currency).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        return deal?.Size.In(deal.Program ?? ProgramDay.UsualCurrency);
    }

    /// <summary>As above, of a deal whose amount the viewer may see; null for others: what is free for large deals would tell it.</summary>
    public static async Task<decimal?> DealAmountAsync(this ReferenceHubDbContext db, Guid? opportunityId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var deal = await db.Opportunities.PickableBy(viewer).Where(deal => deal.Id == opportunityId).Select(deal => new { deal.Id, deal.OwnerId }).FirstOrDefaultAsync(ct);
        return deal is not null && viewer.MaySeeAmountOf(deal.OwnerId) ? await db.DealAmountAsync(deal.Id, ct) : null;
    }
}
