using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The program manager's queue: open requests by view, soonest due first.</summary>
public sealed class QueueQueries(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ActivityTypeQueries types, OpenRequests requests)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 25;

    private static readonly QueueView[] Views = Enum.GetValues<QueueView>();

    /// <summary>One page. Views, counts and order come from the node's memory; 5 queries.</summary>
    public async Task<QueuePage> PageAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        var (open, day, context) = await OpenAsync(filter, viewer, ct);
        var inView = open.Where(row => day.IsIn(filter.View, row, viewer.UserId)).ToList();
        var found = inView.Passing(filter).ToList();
        var numbers = QueueOrder.Numbers(found, After(open, filter), PageSize + 1, filter.Sort, day);
        var shown = numbers.Take(PageSize).ToArray();
        var rows = shown.Length == 0 ? [] : await RequestRows.ReadAsync(db.Requests.AsNoTracking().Where(request => EF.Parameter(shown).Contains(request.Number)), context, viewer, ct);
        return new QueuePage(
            [.. Views.Select(view => new QueueTab(view, open.Count(row => day.IsIn(view, row, viewer.UserId))))],
            [.. rows.OrderBy(row => Array.IndexOf(shown, row.Number))],
            found.Count,
            inView.Count,
            numbers.Count > PageSize ? shown[^1] : null);
    }

    /// <summary>Numbers of all requests that a filter finds, in its order.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        var (open, day, _) = await OpenAsync(filter, viewer, ct);
        return QueueOrder.Numbers(open.Where(row => day.IsIn(filter.View, row, viewer.UserId)).Passing(filter), null, int.MaxValue, filter.Sort, day);
    }

    /// <summary>Rows of requests by number, in any order.</summary>
    public async Task<IReadOnlyList<RequestRow>> RowsAsync(int[] numbers, Viewer viewer, CancellationToken ct) => await RequestRows.ReadAsync(
        db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => EF.Parameter(numbers).Contains(request.Number)),
        await ListContext.LoadAsync(db, clock, calendars, types, ct), viewer, ct);

    /// <summary>How much each program manager has in hand, and what nobody has taken; 5 queries.</summary>
    public async Task<IReadOnlyList<Workload>> WorkloadAsync(Viewer viewer, CancellationToken ct)
    {
        var (open, day, _) = await OpenAsync(new QueueFilter(), viewer, ct);
        var taken = open.ToLookup(row => row.AssigneeId);
        var busy = taken.Where(group => group.Key is not null).Select(group => group.Key!.Value).ToArray();
        var managers = await db.Users.AsNoTracking()
            .Where(user => (user.DeactivatedAt == null && (user.Roles & Roles.ProgramManager) == Roles.ProgramManager) || EF.Parameter(busy).Contains(user.Id))
            .OrderBy(user => user.NameKey).Select(user => new Person(user.Id, user.Name)).ToListAsync(ct);
        return [.. managers.Cast<Person?>().Append(null).Select(person =>
        {
            var own = taken[person?.Id];
            return new Workload(
                person, own.Count(), own.Count(row => row.Ball == Party.Program), Of(QueueView.DueToday), Of(QueueView.AtRisk), Of(QueueView.Breached));

            int Of(QueueView view) => own.Count(row => day.IsIn(view, row, viewer.UserId));
        })];
    }

    /// <summary>How many wait for the program: nobody's and this viewer's; for the sidebar, without a query.</summary>
    public async Task<int> WaitingForProgramAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        return (await requests.AllAsync(ct)).Count(row => row.Ball == Party.Program && (row.AssigneeId is null || row.AssigneeId == viewer.UserId));
    }

    private async Task<(IReadOnlyList<OpenRequest> Open, QueueDay Day, ListContext Context)> OpenAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        viewer.MustHave(Right.SeeAllRequests);
        var context = await ListContext.LoadAsync(db, clock, calendars, types, ct);
        return (await requests.AllAsync(ct), new QueueDay(context), context);
    }

    private static OpenRequest? After(IReadOnlyList<OpenRequest> open, QueueFilter filter) => filter.After is { } number ? open.FirstOrDefault(row => row.Number == number) : null;
}

/// <summary>What one program manager has in hand; nobody's for null.</summary>
/// <param name="Manager">Who.</param>
/// <param name="Open">Open requests.</param>
/// <param name="OnProgram">Of these, those that wait for the program.</param>
/// <param name="DueToday">Of these, those due by the end of today.</param>
/// <param name="AtRisk">Of these, those of which 80 % of the time is used.</param>
/// <param name="Breached">Of these, those that are late.</param>
public sealed record Workload(Person? Manager, int Open, int OnProgram, int DueToday, int AtRisk, int Breached);
