using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Watches the turnaround clock: whoever holds the ball learns that the first yes is at risk, the program that it is late. Each once for a promise.</summary>
public sealed class PromiseWatch(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, AskNotices notices, CalendarQueries calendars) : IRegularWork
{
    Task IRegularWork.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>Tells what is due; answers how many requests were told of.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        await EachInTurn.RunAsync(due, number => door.OnAsync(number, Viewer.Product, (request, moment, stop) => TellAsync(request, moment, stop), ct));
        return due.Count;
    }

    private async Task<List<int>> DueAsync(CancellationToken ct)
    {
        var (now, book) = (clock.UtcNow(), await calendars.BookAsync(ct));
        var running = await db.Requests.AsNoTracking()
            .Where(request => RequestStates.Open.Contains(request.State) && request.FirstAcceptedAt == null && request.HeldAt == null && request.DueAt != null && request.BreachToldAt == null)
            .Where(request => request.RiskToldAt == null || request.DueAt < now)
            .ToListAsync(ct);
        return [.. running.Where(request => request.ToEscalate(now, book.Of(request.CalendarId)) is not null).Select(request => request.Number).Order()];
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
}
