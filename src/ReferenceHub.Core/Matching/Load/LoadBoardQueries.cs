using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Reads the load calendar. Facts and usage stand in memory already; the database is asked for a handful of figures, however many customers there are.</summary>
public sealed class LoadBoardQueries(ReferenceHubDbContext db, CatalogCache catalog, UsageOverlay overlay, LoadRows kept, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>The calendar for somebody who may see usage. At most 6 queries.</summary>
    public async Task<LoadBoard> ReadAsync(LoadFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeUsage);
        var zone = await db.ProgramZoneAsync(ct);
        var today = Zones.DateIn(zone, clock.UtcNow());
        var all = await types.AllAsync(ct);
        var chosen = all.FirstOrDefault(type => type.Key == filter.ActivityKey);
        var type = chosen ?? all.FirstOrDefault(type => type.Enabled) ?? all[0];
        var facts = await catalog.GetAsync(ct);
        await overlay.EnsureLoadedAsync(ct);
        var policies = overlay.Policies;
        var everybody = kept.Of(facts, type, today, viewer);
        var rows = everybody.Within(filter, facts.Terms).ToList();
        var alike = new LoadAlike(facts.Terms, everybody.FindAll(row => row.IsIdle(today)));
        var weeks = Weeks(filter.From ?? today.AddDays(-49));
        var tired = rows.Where(row => row.NeedsRest).InOrder(null, LoadView.Rest).ToList();
        var idle = rows.Where(row => row.IsIdle(today)).InOrder(null, LoadView.Idle).ToList();
        var viewed = filter.View switch { LoadView.Rest => tired, LoadView.Idle => idle, _ => rows };
        var page = viewed.InOrder(filter.Sort, filter.View).Skip((Math.Max(1, filter.Page) - 1) * LoadBoard.PageSize).Take(LoadBoard.PageSize)
            .Select(row => Drawn(row, Shown(row.Customer, chosen, today), weeks, type, policies, today) with { Instead = row.NeedsRest ? alike.Of(row.Customer) : [] }).ToList();
        var uses = rows.SelectMany(row => Shown(row.Customer, chosen, today)).ToList();
        return new LoadBoard(
            weeks, today, type, page, viewed.Count,
            LoadCells.Marks(uses, weeks),
            await TotalsAsync(rows, uses, today, await OverridesAsync(LoadScopes.Of(facts, filter, chosen, viewer), zone, today, viewer, ct), ct),
            [.. tired.Select((row, place) => place < LoadBoard.Listed ? row with { Instead = alike.Of(row.Customer) } : row)],
            idle,
            await ChoicesAsync(facts, all, everybody, ct))
        {
            MayMove = viewer.Can(Right.RunProgram),
            Activities = all.ToDictionary(one => one.Key, one => one.Name, StringComparer.Ordinal),
        };
    }

    private static List<DateOnly> Weeks(DateOnly from)
    {
        var monday = from.AddDays(-(((int)from.DayOfWeek + 6) % 7));
        return [.. Enumerable.Range(0, LoadBoard.WeekCount).Select(week => monday.AddDays(7 * week))];
    }

    private LoadRow Drawn(LoadRow row, IReadOnlyList<Use> shown, List<DateOnly> weeks, ActivityType type, PolicyBook policies, DateOnly today)
    {
        var (subject, uses) = (row.Customer.Subject, overlay.Of(row.Customer.Id).Uses);
        var limits = policies.For(subject);
        return row with
        {
            Cells = LoadCells.Of(weeks, shown, new Closing(type, subject, uses, limits, today)),
            Limits = LimitStates.Of(limits, uses, new Dictionary<Guid, string>(), today),
        };
    }

    // What is logged ahead has not taken place yet.
    private List<Use> Shown(LoadCustomer customer, ActivityType? chosen, DateOnly today) =>
        [.. overlay.Of(customer.Id).Uses.Where(use => chosen is null || use.ActivityKey == chosen.Key).Select(use => use.IsAhead(today) ? use with { State = UseState.Planned } : use)];

    private async Task<LoadTotals> TotalsAsync(List<LoadRow> rows, List<Use> uses, DateOnly today, (Share Now, Share Before) overrides, CancellationToken ct)
    {
        Guid[] pending = [.. uses.Where(use => use.State == UseState.Pending).Select(use => use.UseId)];
        var oldest = pending.Length == 0 ? null : await db.LedgerEntries.Where(entry => EF.Parameter(pending).Contains(entry.UseId)).Select(entry => (DateTime?)entry.At).MinAsync(ct);
        return new LoadTotals(
            rows.Sum(row => row.Taken), rows.Sum(row => row.Allowed ?? 0), rows.Count(row => row.Availability.State == AvailabilityState.Closed),
            pending.Length, oldest,
            (Concentration.TopTenth(uses, rows.Count, today.AddDays(1 - DefaultPolicies.Quarter), today),
                Concentration.TopTenth(uses, rows.Count, today.AddDays(1 - (2 * DefaultPolicies.Quarter)), today.AddDays(-DefaultPolicies.Quarter))),
            overrides);
    }

    // The same entries as the page of overrides lists for the same filter.
    private Task<(Share Now, Share Before)> OverridesAsync(OverrideScope scope, string zone, DateOnly today, Viewer viewer, CancellationToken ct) =>
        OverrideShares.ReadAsync(db.EntriesOf(scope, viewer), zone, today.AddDays(1 - OverrideList.UsualDays), today, ct);

    private async Task<LoadChoices> ChoicesAsync(CatalogSnapshot facts, IReadOnlyList<ActivityType> all, List<LoadRow> everybody, CancellationToken ct)
    {
        var owners = everybody.Select(row => row.Customer.OwnerId).OfType<Guid>().ToHashSet();
        var named = (await db.Users.AsNoTracking().Where(user => db.Customers.Any(customer => customer.OwnerId == user.Id)).Select(user => new { user.Id, user.Name }).ToListAsync(ct))
            .Where(user => owners.Contains(user.Id)).OrderBy(user => TextKey.Of(user.Name), StringComparer.Ordinal);
        return new LoadChoices(
            Roots(Facet.Industry), Roots(Facet.Region), Roots(Facet.Product), [.. all.Where(type => type.Enabled).Select(type => (type.Key, type.Name))],
            [.. named.Select(user => (user.Id.ToString(), user.Name))]);

        List<(string Key, string Name)> Roots(Facet facet) => [.. facts.Terms.Of(facet).Where(term => term is { Depth: 0, Retired: false }).Select(term => (term.Key, term.Name))];
    }
}
