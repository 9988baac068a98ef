using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// The queue's usual order, soonest due first and paused ones last, page by page from a row on. Promises of a first yes are due at an instant,
/// uses that were agreed at the end of a day; so each kind is read in its own order, as far as the page needs, and they are merged.
/// </summary>
internal static class QueueDue
{
    private static readonly RequestState[] Running = [.. RequestStates.Open.Where(state => state != RequestState.OnHold)];

    internal static async Task<List<int>> NumbersAsync(ReferenceHubDbContext db, IQueryable<ReferenceRequest> found, int? after, int take, ListContext context, CancellationToken ct)
    {
        var from = after is { } number ? await CursorAsync(db, number, context, ct) : null;
        var numbers = new List<int>();
        if (from is not { Rests: true })
        {
            var yes = await FirstYes(found, from, take).ToListAsync(ct);
            var held = await HeldByAsync(found, from, take, context, ct);
            numbers.AddRange(yes.Concat(held).OrderBy(row => row.DueAt).ThenBy(row => row.Number).Take(take).Select(row => row.Number));
        }

        if (numbers.Count < take)
        {
            numbers.AddRange(await Resting(found, from is { Rests: true } ? from : null).Take(take - numbers.Count).Select(request => request.Number).ToListAsync(ct));
        }

        return numbers;
    }

    // State by state, so that each is walked along its index and left once the page is full.
    private static IQueryable<DueRow> FirstYes(IQueryable<ReferenceRequest> found, Cursor? from, int take)
    {
        var open = found.Where(request => request.HeldAt == null && request.FirstAcceptedAt == null);
        if (from is { DueAt: var due, Number: var number })
        {
            open = open.Where(request => request.DueAt > due || (request.DueAt == due && request.Number > number));
        }

        return Running.Select(state => open.Where(request => request.State == state)
                .OrderBy(request => request.DueAt).ThenBy(request => request.Number)
                .Select(request => new DueRow { Number = request.Number, DueAt = request.DueAt!.Value })
                .Take(take))
            .Aggregate((all, next) => all.Concat(next))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Number).Take(take);
    }

    private static async Task<IEnumerable<DueRow>> HeldByAsync(IQueryable<ReferenceRequest> found, Cursor? from, int take, ListContext context, CancellationToken ct)
    {
        var agreed = found.Where(request => request.HeldAt == null && request.FirstAcceptedAt != null && request.NeededBy != null);
        if (from is { DueAt: var due, Number: var number })
        {
            // The day that ends at or before that instant, and whether it is this very instant.
            var day = Zones.DateIn(context.Zone, due).AddDays(-1);
            var same = EndOf(day, context.Zone) == due;
            agreed = agreed.Where(request => request.NeededBy > day || (same && request.NeededBy == day && request.Number > number));
        }

        var rows = await agreed.OrderBy(request => request.NeededBy).ThenBy(request => request.Number).Take(take)
            .Select(request => new { request.Number, request.NeededBy }).ToListAsync(ct);
        return rows.Select(row => new DueRow { Number = row.Number, DueAt = EndOf(row.NeededBy!.Value, context.Zone) });
    }

    private static IQueryable<ReferenceRequest> Resting(IQueryable<ReferenceRequest> found, Cursor? from)
    {
        var resting = found.Where(request => request.HeldAt != null || (request.FirstAcceptedAt != null && request.NeededBy == null));
        if (from is { DueAt: var due, Number: var number })
        {
            resting = resting.Where(request => request.DueAt > due || (request.DueAt == due && request.Number > number));
        }

        return resting.OrderBy(request => request.DueAt).ThenBy(request => request.Number);
    }

    // A row that is no longer open starts from the beginning.
    private static async Task<Cursor?> CursorAsync(ReferenceHubDbContext db, int number, ListContext context, CancellationToken ct)
    {
        var row = await db.Requests.AsNoTracking().Where(request => request.Number == number && RequestStates.Open.Contains(request.State))
            .Select(request => new { request.HeldAt, request.FirstAcceptedAt, request.DueAt, request.NeededBy }).SingleOrDefaultAsync(ct);
        return row switch
        {
            null => null,
            { HeldAt: not null } or { FirstAcceptedAt: not null, NeededBy: null } => new Cursor(number, row.DueAt!.Value, Rests: true),
            { FirstAcceptedAt: not null, NeededBy: { } day } => new Cursor(number, EndOf(day, context.Zone), Rests: false),
            _ => new Cursor(number, row.DueAt!.Value, Rests: false),
        };
    }

    private static DateTime EndOf(DateOnly day, string zone) => QueueFacts.Midnight(day.AddDays(1), zone);

    private sealed record Cursor(int Number, DateTime DueAt, bool Rests);

    private sealed class DueRow
    {
        public int Number { get; init; }

        public DateTime DueAt { get; init; }
    }
}
