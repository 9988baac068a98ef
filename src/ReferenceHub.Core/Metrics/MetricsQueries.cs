using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Metrics;

/// <summary>All figures of the first dashboard for a period, with those of the period before.</summary>
public sealed record MetricsPage(
    MetricsFilter Filter,
    MetricsPeriod Period,
    string Currency,
    PeriodFigures Now,
    PeriodFigures Before,
    OpenFigures Open,
    PaceHistogram Pace,
    IReadOnlyList<PartyTime> Parties,
    RevenueFigures RevenueByQuarter,
    IReadOnlyList<(Guid Id, string Name)> Teams,
    IReadOnlyList<(string Key, string Name)> Activities);

/// <summary>The figures that are compared with the period before.</summary>
public sealed record PeriodFigures(FulfilmentFigures Fulfilment, TurnaroundFigures Turnaround, UtilisationFigures Utilisation, RevenueFigures Revenue);

/// <summary>Reads dashboards.</summary>
public sealed class MetricsQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>The first dashboard.</summary>
    public async Task<MetricsPage> PageAsync(MetricsFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeMetrics);
        var now = clock.UtcNow();
        var zone = await db.ProgramZoneAsync(ct);
        var today = Zones.DateIn(zone, now);
        var currency = await db.ProgramCurrencyAsync(ct);
        var period = MetricsPeriods.Of(filter.Period, today, zone);
        var before = period.Before(MetricsPeriods.Known(filter.Period));
        var quarters = new MetricsPeriod(Quarters.StartOf(today).AddMonths(-21), today, zone);
        return new MetricsPage(
            filter,
            period,
            currency,
            await FiguresAsync(filter, period, today, currency, ct),
            await FiguresAsync(filter, before, today, currency, ct),
            await OpenQuery.ReadAsync(db, filter, now, ct),
            await PaceHistogramQuery.ReadAsync(db, filter, period, ct),
            await PartyTimeQuery.ReadAsync(db, filter, period, ct),
            await RevenueQuery.ReadAsync(db, filter, quarters, currency, ct),
            [.. (await db.Teams.AsNoTracking().OrderBy(team => team.Name).Select(team => new { team.Id, team.Name }).ToListAsync(ct)).Select(team => (team.Id, team.Name))],
            [.. (await db.ActivityTypes.AsNoTracking().Where(type => type.Enabled).OrderBy(type => type.Order).Select(type => new { type.Key, type.Name }).ToListAsync(ct)).Select(type => (type.Key, type.Name))]);
    }

    private async Task<PeriodFigures> FiguresAsync(MetricsFilter filter, MetricsPeriod period, DateOnly today, string currency, CancellationToken ct) => new(
        await FulfilmentQuery.ReadAsync(db, filter, period, ct),
        await TurnaroundQuery.ReadAsync(db, filter, period, ct),
        await UtilisationQuery.ReadAsync(db, filter, period, today, ct),
        await RevenueQuery.ReadAsync(db, filter, period, currency, ct));
}

/// <summary>Calendar quarters.</summary>
internal static class Quarters
{
    internal static DateOnly StartOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
