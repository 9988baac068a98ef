using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Watches the turnaround clock: whoever holds the ball learns that the first yes is at risk, the program that it is late. Each once for a promise.</summary>
public sealed class PromiseWatch(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, AskNotices notices, CalendarQueries calendars) : IRegularWork
{
    private const int AtOnce = 200;

    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Tells what is due; answers how many requests were told of.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var told = 0;
        await EachInTurn.RunAsync(DueAsync(ct), async number =>
        {
            await door.OnAsync(number, Viewer.Product, (request, moment, stop) => TellAsync(request, moment, stop), ct);
            told++;
        });
        return told;
    }

    private async IAsyncEnumerable<int> DueAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (now, book) = (clock.UtcNow(), await calendars.BookAsync(ct));
        var near = await NearAsync(now, book, ct);
        var last = default(Near);
        do
        {
            var (dueAt, after) = (last?.DueAt, last?.Number);
            var batch = await near.Where(row => after == null || row.DueAt > dueAt || (row.DueAt == dueAt && row.Number > after))
                .OrderBy(row => row.DueAt).ThenBy(row => row.Number).Take(AtOnce).ToListAsync(ct);
            foreach (var number in batch.Where(row => IsTrouble(row, now, book)).Select(row => row.Number))
            {
                yield return number;
            }

            last = batch.Count == AtOnce ? batch[^1] : null;
        }
        while (last is not null);
    }

    // Late and not told; or so near to it that it may be at risk, which working time says. Whatever else is open is left alone.
    private async Task<IQueryable<Near>> NearAsync(DateTime now, CalendarBook book, CancellationToken ct)
    {
        var running = db.Requests.AsNoTracking()
            .Where(request => RequestStates.Open.Contains(request.State) && request.FirstAcceptedAt == null && request.HeldAt == null && request.BreachToldAt == null);
        var calm = running.Where(request => request.RiskToldAt == null && request.DueAt >= now);
        var targets = await calm.Where(request => request.ExceptionReason == null).Select(request => new { request.CalendarId, request.TargetDays }).Distinct().ToListAsync(ct);
        return targets
            .Select(target => (target.CalendarId, target.TargetDays, Latest: QueueDay.LatestAtRisk(book.Of(target.CalendarId), target.TargetDays, now)))
            .Aggregate(
                Slim(running.Where(request => request.DueAt < now)).Concat(Slim(calm.Where(request => request.ExceptionReason != null))),
                (all, target) => all.Concat(Slim(calm.Where(request => request.ExceptionReason == null && request.CalendarId == target.CalendarId && request.TargetDays == target.TargetDays && request.DueAt <= target.Latest))));
    }

    private async Task<Outcome> TellAsync(ReferenceRequest request, Moment moment, CancellationToken ct)
    {
        switch (request.ToEscalate(moment.Now, moment.Time))
        {
            case Pace.Breached:
                request.Escalate(moment, Pace.Breached);
                await notices.BreachedAsync(request, moment, ct);
                break;
            case Pace.AtRisk:
                request.Escalate(moment, Pace.AtRisk);
                await notices.AtRiskAsync(request, moment, ct);
                break;
        }

        return Outcome.Done;
    }

    private static bool IsTrouble(Near row, DateTime now, CalendarBook book)
    {
        var time = book.Of(row.CalendarId);
        var facts = new ClockFacts(row.State, row.SubmittedAt, row.DueAt, row.PausedMinutes, null, null, null);
        return DueReading.Of(facts, now, time, time.ZoneId)?.IsTrouble == true;
    }

    private static IQueryable<Near> Slim(IQueryable<ReferenceRequest> requests) => requests.Select(request => new Near
    {
        Number = request.Number,
        CalendarId = request.CalendarId,
        State = request.State,
        SubmittedAt = request.SubmittedAt,
        DueAt = request.DueAt,
        PausedMinutes = request.PausedMinutes,
    });

    private sealed class Near
    {
        public int Number { get; init; }

        public Guid? CalendarId { get; init; }

        public RequestState State { get; init; }

        public DateTime? SubmittedAt { get; init; }

        public DateTime? DueAt { get; init; }

        public int PausedMinutes { get; init; }
    }
}
