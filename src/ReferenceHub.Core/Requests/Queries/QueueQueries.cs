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

    /// <summary>One page. The clocks of all open requests are read from a few slim columns (due times need the calendar); 5 queries.</summary>
    public async Task<QueuePage> PageAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var context = await ListContext.LoadAsync(db, clock, calendars, types, ct);
        var open = await OpenAsync(viewer, context, ct);
        var view = open.Where(item => item.IsIn(filter.View, viewer.UserId, context)).ToList();
        var found = QueueOrder.Sorted(view.Where(item => item.Passes(filter)), filter.Sort).ToList();
        var start = filter.After is { } after ? found.FindIndex(item => item.Number == after) + 1 : 0;
        var numbers = found.Skip(start).Take(PageSize).Select(item => item.Number).ToList();
        var rows = numbers.Count == 0 ? [] : await RequestRows.ReadAsync(db.Requests.AsNoTracking().Where(request => numbers.Contains(request.Number)), context, viewer, ct);
        return new QueuePage(
            [.. Enum.GetValues<QueueView>().Select(each => new QueueTab(each, open.Count(item => item.IsIn(each, viewer.UserId, context))))],
            [.. rows.OrderBy(row => numbers.IndexOf(row.Number))],
            found.Count,
            view.Count,
            start + numbers.Count < found.Count ? numbers[^1] : null);
    }

    /// <summary>Numbers of all requests that a filter finds, in its order.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var context = await ListContext.LoadAsync(db, clock, calendars, types, ct);
        var view = (await OpenAsync(viewer, context, ct)).Where(item => item.IsIn(filter.View, viewer.UserId, context));
        return [.. QueueOrder.Sorted(view.Where(item => item.Passes(filter)), filter.Sort).Select(item => item.Number)];
    }

    /// <summary>Rows of requests by number, in any order.</summary>
    public async Task<IReadOnlyList<RequestRow>> RowsAsync(int[] numbers, Viewer viewer, CancellationToken ct) => await RequestRows.ReadAsync(
        db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => EF.Parameter(numbers).Contains(request.Number)),
        await ListContext.LoadAsync(db, clock, calendars, types, ct), viewer, ct);

    private async Task<List<QueueItem>> OpenAsync(Viewer viewer, ListContext context, CancellationToken ct)
    {
        var rows = await db.Requests.AsNoTracking().VisibleTo(viewer, db)
            .Where(request => RequestStates.Open.Contains(request.State))
            .Select(request => new
            {
                request.Number,
                request.ActivityKey,
                request.RequesterId,
                request.AssigneeId,
                request.Ball,
                request.CalendarId,
                Clock = new ClockFacts(request.State, request.SubmittedAt, request.DueAt, request.PausedMinutes, request.HeldAt, request.FirstAcceptedAt, request.NeededBy),
                Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name,
                request.Opportunity!.AmountMinor,
                request.Opportunity.Currency,
                Asked = request.Candidates.Count(candidate => candidate.AskedAt != null),
            })
            .ToListAsync(ct);
        return [.. rows.Select(row => new QueueItem(
            row.Number, row.ActivityKey, row.RequesterId, row.AssigneeId, row.Ball, row.Clock.State, row.Clock.NeededBy,
            DueReading.Of(row.Clock, context.Now, context.Book.Of(row.CalendarId), context.Zone),
            row.Prospect ?? "", row.AmountMinor, row.Currency, row.Asked))];
    }
}
