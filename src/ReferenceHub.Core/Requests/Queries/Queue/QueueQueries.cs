using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The program manager's queue: open requests by view, soonest due first.</summary>
public sealed class QueueQueries(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ActivityTypeQueries types)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 25;

    /// <summary>One page. Counts of all views are one grouped query, at risk is weighed among those due soon, rows are read from a row on; 8 to 10 queries.</summary>
    public async Task<QueuePage> PageAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        var (open, context) = await OpenAsync(filter, viewer, ct);
        var (tabs, risk) = await TabsAsync(open, viewer, context, ct);
        var found = Found(open, filter, risk, viewer, context);
        var numbers = filter.Sort == QueueSort.Due
            ? await QueueDue.NumbersAsync(db, found, filter.After, PageSize + 1, context, ct)
            : After(await QueueOrder.NumbersAsync(found, filter.Sort, context, ct), filter.After);
        var shown = numbers.Take(PageSize).ToArray();
        var rows = shown.Length == 0 ? [] : await RequestRows.ReadAsync(db.Requests.AsNoTracking().Where(request => EF.Parameter(shown).Contains(request.Number)), context, viewer, ct);
        var inView = tabs.First(tab => tab.View == filter.View).Count;
        return new QueuePage(
            tabs,
            [.. rows.OrderBy(row => Array.IndexOf(shown, row.Number))],
            filter.Narrows ? await found.CountAsync(ct) : inView,
            inView,
            numbers.Count > PageSize ? shown[^1] : null);
    }

    /// <summary>Numbers of all requests that a filter finds, in its order.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        var (open, context) = await OpenAsync(filter, viewer, ct);
        var (_, risk) = await TabsAsync(open, viewer, context, ct);
        var found = Found(open, filter, risk, viewer, context);
        return filter.Sort == QueueSort.Due
            ? await QueueDue.NumbersAsync(db, found, null, int.MaxValue, context, ct)
            : await QueueOrder.NumbersAsync(found, filter.Sort, context, ct);
    }

    /// <summary>Rows of requests by number, in any order.</summary>
    public async Task<IReadOnlyList<RequestRow>> RowsAsync(int[] numbers, Viewer viewer, CancellationToken ct) => await RequestRows.ReadAsync(
        db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => EF.Parameter(numbers).Contains(request.Number)),
        await ListContext.LoadAsync(db, clock, calendars, types, ct), viewer, ct);

    /// <summary>How much each program manager has in hand, and what nobody has taken; 6 queries.</summary>
    public async Task<IReadOnlyList<Workload>> WorkloadAsync(Viewer viewer, CancellationToken ct)
    {
        var (open, context) = await OpenAsync(new QueueFilter(), viewer, ct);
        var groups = await QueueFacts.Of(open, viewer.UserId, context)
            .GroupBy(facts => facts.AssigneeId)
            .Select(group => new { Id = group.Key, Open = group.Count(), Breached = group.Count(facts => facts.Breached), DueToday = group.Count(facts => facts.DueToday), OnProgram = group.Count(facts => facts.OnProgram) })
            .ToListAsync(ct);
        var risk = (await RiskAsync(open, await TargetsAsync(open, ct), context, ct)).ToLookup(row => row.AssigneeId);
        var managers = await db.Users.AsNoTracking()
            .Where(user => (user.DeactivatedAt == null && (user.Roles & Roles.ProgramManager) == Roles.ProgramManager) || open.Any(request => request.AssigneeId == user.Id))
            .OrderBy(user => user.NameKey).Select(user => new Person(user.Id, user.Name)).ToListAsync(ct);
        return [.. managers.Cast<Person?>().Append(null).Select(person =>
        {
            var own = groups.Find(group => group.Id == person?.Id);
            return new Workload(person, own?.Open ?? 0, own?.OnProgram ?? 0, own?.DueToday ?? 0, risk[person?.Id].Count(), own?.Breached ?? 0);
        })];
    }

    private async Task<(IQueryable<ReferenceRequest> Open, ListContext Context)> OpenAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var context = await ListContext.LoadAsync(db, clock, calendars, types, ct);
        return (db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => RequestStates.Open.Contains(request.State)), context);
    }

    private static async Task<(IReadOnlyList<QueueTab> Tabs, int[] AtRisk)> TabsAsync(IQueryable<ReferenceRequest> open, Viewer viewer, ListContext context, CancellationToken ct)
    {
        // By what they are promised, since that says which may be at risk.
        var groups = await QueueFacts.Of(open, viewer.UserId, context)
            .GroupBy(facts => new { facts.CalendarId, facts.TargetDays })
            .Select(group => new
            {
                group.Key.CalendarId,
                group.Key.TargetDays,
                Open = group.Count(),
                Unassigned = group.Count(facts => facts.Unassigned),
                Mine = group.Count(facts => facts.Mine),
                DueToday = group.Count(facts => facts.DueToday),
                Breached = group.Count(facts => facts.Breached),
                OnCustomer = group.Count(facts => facts.OnCustomer),
                OnOwner = group.Count(facts => facts.OnOwner),
            })
            .ToListAsync(ct);
        var risk = await RiskAsync(open, groups.Select(group => new QueueTarget(group.CalendarId, group.TargetDays)), context, ct);
        QueueTab[] tabs =
        [
            new(QueueView.Unassigned, groups.Sum(group => group.Unassigned)),
            new(QueueView.Mine, groups.Sum(group => group.Mine)),
            new(QueueView.DueToday, groups.Sum(group => group.DueToday)),
            new(QueueView.AtRisk, risk.Count),
            new(QueueView.Breached, groups.Sum(group => group.Breached)),
            new(QueueView.OnCustomer, groups.Sum(group => group.OnCustomer)),
            new(QueueView.OnOwner, groups.Sum(group => group.OnOwner)),
            new(QueueView.Open, groups.Sum(group => group.Open)),
        ];
        return (tabs, [.. risk.Select(row => row.Number)]);
    }

    private static async Task<List<QueueTarget>> TargetsAsync(IQueryable<ReferenceRequest> open, CancellationToken ct) =>
        [.. (await open.Select(request => new { request.CalendarId, request.TargetDays }).Distinct().ToListAsync(ct)).Select(row => new QueueTarget(row.CalendarId, row.TargetDays))];

    private static Task<IReadOnlyList<RequestAtRisk>> RiskAsync(IQueryable<ReferenceRequest> open, IEnumerable<QueueTarget> targets, ListContext context, CancellationToken ct) =>
        QueueRisk.ReadAsync(open, targets, context, ct);

    private static IQueryable<ReferenceRequest> Found(IQueryable<ReferenceRequest> open, QueueFilter filter, int[] atRisk, Viewer viewer, ListContext context)
    {
        var facts = QueueFacts.Of(open, viewer.UserId, context);
        var view = filter.View switch
        {
            QueueView.Unassigned => facts.Where(one => one.Unassigned),
            QueueView.Mine => facts.Where(one => one.Mine),
            QueueView.DueToday => facts.Where(one => one.DueToday),
            QueueView.AtRisk => facts.Where(one => EF.Parameter(atRisk).Contains(one.Request.Number)),
            QueueView.Breached => facts.Where(one => one.Breached),
            QueueView.OnCustomer => facts.Where(one => one.OnCustomer),
            QueueView.OnOwner => facts.Where(one => one.OnOwner),
            _ => facts,
        };
        return view.Select(one => one.Request).Passing(filter);
    }

    private static List<int> After(List<int> numbers, int? after) => after is { } last ? numbers[(numbers.IndexOf(last) + 1)..] : numbers;
}

/// <summary>What one program manager has in hand; nobody's for null.</summary>
/// <param name="Manager">Who.</param>
/// <param name="Open">Open requests.</param>
/// <param name="OnProgram">Of these, those that wait for the program.</param>
/// <param name="DueToday">Of these, those due by the end of today.</param>
/// <param name="AtRisk">Of these, those of which 80 % of the time is used.</param>
/// <param name="Breached">Of these, those that are late.</param>
public sealed record Workload(Person? Manager, int Open, int OnProgram, int DueToday, int AtRisk, int Breached);
