using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Reads the load calendar.</summary>
public sealed class LoadBoardQueries(ReferenceHubDbContext db, Roster roster, UsageOverlay overlay, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>The calendar for somebody who may see usage.</summary>
    public async Task<LoadBoard> ReadAsync(LoadFilter filter, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.SeeUsage);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var all = await types.AllAsync(ct);
        var chosen = all.FirstOrDefault(type => type.Key == filter.ActivityKey);
        var type = chosen ?? all.FirstOrDefault(type => type.Enabled) ?? all[0];
        var terms = await TermBook.ReadAsync(db, ct);
        var customers = await roster.ReadAsync(Term(terms, TermKind.Industry, filter.IndustryKey), Term(terms, TermKind.Region, filter.RegionKey), ct);
        await overlay.EnsureLoadedAsync(ct);
        var policies = overlay.Policies;
        var rows = customers.Select(customer => Row(customer, type, policies, today)).ToList();
        var weeks = Weeks(filter.From ?? today.AddDays(-49));
        var page = Sorted(rows, filter.Sort).Skip((Math.Max(1, filter.Page) - 1) * LoadBoard.PageSize).Take(LoadBoard.PageSize)
            .Select(row => row with { Cells = Cells(row.Customer, type, chosen, policies, weeks, today) }).ToList();
        var uses = customers.SelectMany(customer => Shown(customer, chosen, today)).ToList();
        return new LoadBoard(
            weeks, today, type, page, rows.Count,
            [.. weeks.Select(week => LoadCells.Marks(uses, week))],
            await TotalsAsync(rows, uses, today, ct),
            [.. rows.Where(row => row.Fatigue.Score >= Fatigue.NeedsRest).OrderByDescending(row => row.Fatigue.Score).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal)],
            [.. rows.Where(row => IsIdle(row, today)).OrderBy(row => row.Availability.LastUsed ?? DateOnly.MinValue).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal)],
            new LoadChoices(Roots(terms, TermKind.Industry), Roots(terms, TermKind.Region), [.. all.Where(type => type.Enabled).Select(type => (type.Key, type.Name))]));
    }

    private static List<DateOnly> Weeks(DateOnly from)
    {
        var monday = from.AddDays(-(((int)from.DayOfWeek + 6) % 7));
        return [.. Enumerable.Range(0, LoadBoard.WeekCount).Select(week => monday.AddDays(7 * week))];
    }

    private static IEnumerable<LoadRow> Sorted(List<LoadRow> rows, string? sort) => sort switch
    {
        "name" => rows.OrderBy(row => row.Customer.NameKey, StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(row => row.Customer.NameKey, StringComparer.Ordinal),
        "used" => rows.OrderBy(row => row.Taken).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal),
        "-used" => rows.OrderByDescending(row => row.Taken).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal),
        "fatigue" => rows.OrderBy(row => row.Fatigue.Score).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal),
        _ => rows.OrderByDescending(row => row.Fatigue.Score).ThenBy(row => row.Customer.NameKey, StringComparer.Ordinal),
    };

    private static bool IsIdle(LoadRow row, DateOnly today) => row.Availability.State == AvailabilityState.Open
        && !(row.Availability.LastUsed > today.AddDays(-LoadBoard.IdleDays));

    // An unknown key shows nobody rather than everybody.
    private static Guid? Term(TermBook terms, TermKind kind, string? key) => string.IsNullOrEmpty(key)
        ? null
        : terms.Find(kind, key)?.Id ?? Guid.Empty;

    private static List<(string Key, string Name)> Roots(TermBook terms, TermKind kind) =>
        [.. terms.Offered(kind).Where(offered => offered.Depth == 0).Select(offered => (offered.Term.Key, offered.Term.Name))];

    private LoadRow Row(RosterCustomer customer, ActivityType type, PolicyBook policies, DateOnly today)
    {
        var usage = overlay.Of(customer.Id);
        var units = policies.For(customer.Subject)
            .Where(limit => limit is { Measure: PolicyMeasure.Units, Per: PolicyPer.Customer } && limit.Window.Counts)
            .Select(limit => (Taken: WindowLoad.Peak(limit, usage.Uses.Where(use => limit.Counts(use, null)), today), limit.Amount))
            .OrderByDescending(limit => limit.Taken / (double)Math.Max(1, limit.Amount)).ToList();
        var taken = units.Count > 0 ? units[0].Taken : usage.Uses.Where(use => use.On > today.AddDays(-DefaultPolicies.Quarter)).Sum(use => use.Units);
        return new LoadRow(
            customer, Fatigue.Of(usage, customer.Subject, policies, today), taken, units.Count > 0 ? units[0].Amount : null,
            Availability.Of(type, customer.Subject, usage, policies, today), []);
    }

    private IReadOnlyList<LoadCell> Cells(
        RosterCustomer customer, ActivityType type, ActivityType? chosen, PolicyBook policies, IReadOnlyList<DateOnly> weeks, DateOnly today) =>
        LoadCells.Of(weeks, [.. Shown(customer, chosen, today)], new Closing(type, customer.Subject, overlay.Of(customer.Id).Uses, policies.For(customer.Subject), today));

    private IEnumerable<Use> Shown(RosterCustomer customer, ActivityType? chosen, DateOnly today) =>
        overlay.Of(customer.Id).Uses.Where(use => chosen is null || use.ActivityKey == chosen.Key)
            .Select(use => use.IsAhead(today) ? use with { State = UseState.Planned } : use);

    private async Task<LoadTotals> TotalsAsync(List<LoadRow> rows, List<Use> uses, DateOnly today, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (quarter, before) = (now.AddDays(-DefaultPolicies.Quarter), now.AddDays(-2 * DefaultPolicies.Quarter));
        var oldest = await db.LedgerEntries.Where(entry => entry.State == UseState.Pending && !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.Sequence > entry.Sequence))
            .Select(entry => (DateTime?)entry.At).MinAsync(ct);
        var overrides = await db.LedgerEntries.Where(entry => entry.OverriddenRule != null && entry.At >= before).Select(entry => entry.At).ToListAsync(ct);
        return new LoadTotals(
            rows.Sum(row => row.Taken), rows.Sum(row => row.Allowed ?? 0), rows.Count(row => row.Availability.State == AvailabilityState.Closed),
            uses.Count(use => use.State == UseState.Pending), oldest,
            (Concentration.TopTenth(uses, rows.Count, today.AddDays(1 - DefaultPolicies.Quarter), today),
                Concentration.TopTenth(uses, rows.Count, today.AddDays(1 - (2 * DefaultPolicies.Quarter)), today.AddDays(-DefaultPolicies.Quarter))),
            (overrides.Count(at => at >= quarter), overrides.Count(at => at < quarter)));
    }
}
