using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Metrics;

/// <summary>How hard the references of the program are used.</summary>
/// <param name="UsedUnits">Units done or reserved in the period by active references.</param>
/// <param name="AllowedUnits">Units that the program's policy allows them in a period of that length; null without such a policy.</param>
/// <param name="ActiveReferences">References that may act today.</param>
/// <param name="UsedReferences">Those of them used in the period.</param>
/// <param name="Concentration">Uses of the period that take time, and how many of them the tenth of the active references used most carries.</param>
/// <param name="Gini">0 when all are used alike, near 1 when one carries all; null without a use.</param>
/// <param name="Overrides">Uses reserved in the period beyond a limit, of all reserved in it.</param>
public sealed record UtilisationFigures(
    int UsedUnits, int? AllowedUnits, int ActiveReferences, int UsedReferences, Share Concentration, double? Gini, Share Overrides)
{
    /// <summary>Used ÷ allowed, in percent; null below five references or without a policy.</summary>
    public int? Percent => AllowedUnits is > 0 and { } allowed && ActiveReferences >= Share.FewestForPercent
        ? (int)Math.Round(100.0 * UsedUnits / allowed, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>Uses of the period that take time.</summary>
    public int Uses => Concentration.Of;
}

/// <summary>Utilisation of a period from the ledger.</summary>
internal static class UtilisationQuery
{
    internal static async Task<UtilisationFigures> ReadAsync(ReferenceHubDbContext db, MetricsFilter filter, MetricsPeriod period, DateOnly today, CancellationToken ct)
    {
        var active = await db.Customers.AsNoTracking().Present()
            .Where(customer => customer.Status == ReferenceStatus.Active || (customer.Status == ReferenceStatus.Paused && customer.PausedUntil < today))
            .Select(customer => customer.Id).ToListAsync(ct);
        var current = db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.On >= period.From && entry.On <= period.To && (entry.Units > 0 || entry.Minutes > 0))
            .Where(entry => entry.State == UseState.Done || entry.State == UseState.Planned || entry.State == UseState.Pending)
            .Where(entry => !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.Sequence > entry.Sequence));
        if (filter.Activity is { } activity)
        {
            current = current.Where(entry => entry.ActivityKey == activity);
        }

        var used = await current.GroupBy(entry => entry.CustomerId)
            .Select(group => new { group.Key, Units = group.Sum(entry => entry.Units), Uses = group.Count() })
            .ToDictionaryAsync(group => group.Key, ct);
        var counts = active.Select(id => used.TryGetValue(id, out var use) ? use.Uses : 0).OrderDescending().ToList();
        var top = Concentration.TopTenth(counts, active.Count);
        return new UtilisationFigures(
            active.Sum(id => used.TryGetValue(id, out var use) ? use.Units : 0),
            await AllowedAsync(db, active.Count, period.Days, ct),
            active.Count,
            counts.Count(uses => uses > 0),
            top,
            GiniOf(counts),
            await OverrideShares.ReadAsync(db.LedgerEntries.Where(entry => filter.Activity == null || entry.ActivityKey == filter.Activity), period.Start, period.End, ct));
    }

    /// <summary>Gini coefficient of counts sorted from the largest, 0 to 1.</summary>
    internal static double? GiniOf(IReadOnlyList<int> descending)
    {
        var (n, sum) = (descending.Count, (double)descending.Sum());
        if (sum == 0)
        {
            return null;
        }

        var weighted = descending.Select((value, place) => (double)value * (n - place)).Sum();
        return ((2 * weighted) - ((n + 1) * sum)) / (n * sum);
    }

    // Allowed in the period = limit × days of the period ÷ days of the window, for each active reference.
    private static async Task<int?> AllowedAsync(ReferenceHubDbContext db, int references, int days, CancellationToken ct)
    {
        var policy = await db.UsagePolicies.AsNoTracking()
            .Where(row => row.Enabled && row.Scope == PolicyScope.Program && row.Measure == PolicyMeasure.Units && row.Per == PolicyPer.Customer && row.Days > 0)
            .OrderBy(row => row.Amount).FirstOrDefaultAsync(ct);
        return policy is null ? null : (int)((long)policy.Amount * references * days / policy.Days);
    }
}
