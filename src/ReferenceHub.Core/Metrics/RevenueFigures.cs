using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>What references took part in, in minor units of the reporting currency; each deal counts once.</summary>
/// <param name="InfluencedMinor">Won amount of deals with at least one completed use between opening and close.</param>
/// <param name="InfluencedDeals">Those deals.</param>
/// <param name="WonMinor">Won amount of all deals.</param>
/// <param name="WonDeals">All won deals.</param>
/// <param name="PipelineMinor">Amount of open deals with at least one completed use.</param>
/// <param name="PipelineDeals">Those deals.</param>
/// <param name="LeftOutUnknown">Influenced won deals without an amount.</param>
/// <param name="LeftOutCurrency">Influenced won deals in a currency without a rate.</param>
/// <param name="Quarters">The won amounts by calendar quarter of the close date.</param>
public sealed record RevenueFigures(
    long InfluencedMinor,
    int InfluencedDeals,
    long WonMinor,
    int WonDeals,
    long PipelineMinor,
    int PipelineDeals,
    int LeftOutUnknown,
    int LeftOutCurrency,
    IReadOnlyList<QuarterRevenue> Quarters);

/// <summary>Won amounts of one calendar quarter, minor units.</summary>
public sealed record QuarterRevenue(int Year, int Quarter, long WithReferenceMinor, long WithoutMinor);

/// <summary>Influenced revenue of a period by close date.</summary>
internal static class RevenueQuery
{
    internal static async Task<RevenueFigures> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod period, string currency, CancellationToken ct)
    {
        var won = await db.Opportunities.AsNoTracking()
            .Where(deal => deal.MergedIntoId == null && deal.Outcome == DealOutcome.Won && deal.ClosesOn >= period.From && deal.ClosesOn <= period.To)
            .Select(deal => new { deal.Id, deal.AmountMinor, deal.Currency, ClosesOn = deal.ClosesOn!.Value })
            .ToListAsync(ct);
        var influenced = await Influenced(db, filter, period, DealOutcome.Won).Select(deal => deal.Id).ToHashSetAsync(ct);
        var counted = won.Where(deal => deal.Currency == currency && deal.AmountMinor != null).ToList();
        var with = counted.Where(deal => influenced.Contains(deal.Id)).ToList();
        var pipeline = await Influenced(db, filter, null, DealOutcome.Open)
            .Where(deal => deal.Currency == currency && deal.AmountMinor != null)
            .GroupBy(_ => 1)
            .Select(group => new { Sum = group.Sum(deal => deal.AmountMinor!.Value), Count = group.Count() })
            .FirstOrDefaultAsync(ct);
        return new RevenueFigures(
            with.Sum(deal => deal.AmountMinor!.Value),
            with.Count,
            counted.Sum(deal => deal.AmountMinor!.Value),
            counted.Count,
            pipeline?.Sum ?? 0,
            pipeline?.Count ?? 0,
            won.Count(deal => influenced.Contains(deal.Id) && deal.AmountMinor == null),
            won.Count(deal => influenced.Contains(deal.Id) && deal.AmountMinor != null && deal.Currency != currency),
            [
                .. counted.GroupBy(deal => (deal.ClosesOn.Year, Quarter: (deal.ClosesOn.Month + 2) / 3))
                    .OrderBy(group => group.Key)
                    .Select(group => new QuarterRevenue(
                        group.Key.Year,
                        group.Key.Quarter,
                        group.Where(deal => influenced.Contains(deal.Id)).Sum(deal => deal.AmountMinor!.Value),
                        group.Where(deal => !influenced.Contains(deal.Id)).Sum(deal => deal.AmountMinor!.Value))),
            ]);
    }

    /// <summary>Deals with at least one completed use of a request linked to them, between opening and close.</summary>
    internal static IQueryable<Opportunity> Influenced(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod? period, DealOutcome outcome)
    {
        var deals = db.Opportunities.AsNoTracking().Where(deal => deal.Outcome == outcome && deal.MergedIntoId == null);
        if (period is not null)
        {
            deals = deals.Where(deal => deal.ClosesOn >= period.From && deal.ClosesOn <= period.To);
        }

        return deals.InfluencedBy(filter.Narrow(db.Requests.AsNoTracking()), db);
    }
}
