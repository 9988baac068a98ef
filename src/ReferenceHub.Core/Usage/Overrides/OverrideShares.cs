using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>How often limits are overridden.</summary>
internal static class OverrideShares
{
    /// <summary>Entries of a scope, of customers whose inside the viewer may see.</summary>
    internal static IQueryable<LedgerEntry> EntriesOf(this ReferenceHubDbContext db, OverrideScope scope, Viewer viewer)
    {
        var (entries, inside) = (db.LedgerEntries.AsNoTracking(), db.Customers.InsideFor(viewer));
        entries = viewer.Can(Right.SeeCustomerSecrets) ? entries : entries.Where(entry => inside.Any(customer => customer.Id == entry.CustomerId));
        entries = scope.Customers is { } customers ? entries.Where(entry => EF.Parameter(customers).Contains(entry.CustomerId)) : entries;
        return scope.ActivityKey is { } key ? entries.Where(entry => entry.ActivityKey == key) : entries;
    }

    /// <summary>Those of a period by the program's days, both included, and those of as many days before.</summary>
    internal static async Task<(Share Now, Share Before)> ReadAsync(IQueryable<LedgerEntry> entries, string zone, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var (begins, ends) = (Zones.StartOf(zone, first), Zones.StartOf(zone, last.Next()));
        var earliest = Zones.StartOf(zone, first.AddDays(first.DayNumber - last.DayNumber - 1));
        var sums = await entries.Where(entry => entry.Kind == LedgerKind.Reserved && entry.At >= earliest && entry.At < ends).GroupBy(_ => 1).Select(all => new
        {
            Now = all.Where(entry => entry.At >= begins).Select(entry => entry.UseId).Distinct().Count(),
            NowOver = all.Where(entry => entry.At >= begins && entry.OverriddenRule != null).Select(entry => entry.UseId).Distinct().Count(),
            Before = all.Where(entry => entry.At < begins).Select(entry => entry.UseId).Distinct().Count(),
            BeforeOver = all.Where(entry => entry.At < begins && entry.OverriddenRule != null).Select(entry => entry.UseId).Distinct().Count(),
        }).SingleOrDefaultAsync(ct);
        return sums is null ? (new Share(0, 0), new Share(0, 0)) : (new Share(sums.NowOver, sums.Now), new Share(sums.BeforeOver, sums.Before));
    }

    /// <summary>Uses reserved between two instants (UTC, the second excluded), and those of them for which a limit was overridden then; each use once.</summary>
    internal static async Task<Share> ReadAsync(IQueryable<LedgerEntry> entries, DateTime from, DateTime to, CancellationToken ct)
    {
        var reserved = entries.Where(entry => entry.Kind == LedgerKind.Reserved && entry.At >= from && entry.At < to);
        return new Share(
            await reserved.Where(entry => entry.OverriddenRule != null).Select(entry => entry.UseId).Distinct().CountAsync(ct),
            await reserved.Select(entry => entry.UseId).Distinct().CountAsync(ct));
    }
}
