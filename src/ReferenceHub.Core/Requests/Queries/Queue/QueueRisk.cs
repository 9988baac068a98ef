using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Requests;

/// <summary>An open request of which 80 % of the time to the first yes is used.</summary>
internal sealed record RequestAtRisk(int Number, Guid? AssigneeId);

/// <summary>A calendar and a target, in business days, that open requests run by.</summary>
internal sealed record QueueTarget(Guid? CalendarId, int Days);

/// <summary>Which open requests are at risk: those due soon are read by target and weighed by working time, which no database knows.</summary>
internal static class QueueRisk
{
    // A little more than the last fifth, should the calendar have changed meanwhile.
    private const int LastPart = 4;

    internal static async Task<IReadOnlyList<RequestAtRisk>> ReadAsync(IQueryable<ReferenceRequest> open, IEnumerable<QueueTarget> targets, ListContext context, CancellationToken ct)
    {
        var now = context.Now;
        var running = open.Where(request => request.HeldAt == null && request.FirstAcceptedAt == null && request.DueAt >= now);
        // With a date agreed later the target says nothing of the time there is.
        var near = Slim(running.Where(request => request.ExceptionReason != null));
        foreach (var (calendarId, days) in targets)
        {
            var time = context.Book.Of(calendarId);
            var latest = time.AddMinutes(now, days * time.LongestDay / LastPart);
            near = near.Concat(Slim(running.Where(request => request.ExceptionReason == null && request.CalendarId == calendarId && request.TargetDays == days && request.DueAt <= latest)));
        }

        var rows = await near.ToListAsync(ct);
        return [.. rows.Where(row => IsAtRisk(row, context)).Select(row => new RequestAtRisk(row.Number, row.AssigneeId))];
    }

    private static bool IsAtRisk(Near row, ListContext context)
    {
        var facts = new ClockFacts(row.State, row.SubmittedAt, row.DueAt, row.PausedMinutes, null, null, null);
        return DueReading.Of(facts, context.Now, context.Book.Of(row.CalendarId), context.Zone)?.State == DueState.AtRisk;
    }

    private static IQueryable<Near> Slim(IQueryable<ReferenceRequest> requests) => requests.Select(request => new Near
    {
        Number = request.Number,
        AssigneeId = request.AssigneeId,
        CalendarId = request.CalendarId,
        State = request.State,
        SubmittedAt = request.SubmittedAt,
        DueAt = request.DueAt,
        PausedMinutes = request.PausedMinutes,
    });

    private sealed class Near
    {
        public int Number { get; init; }

        public Guid? AssigneeId { get; init; }

        public Guid? CalendarId { get; init; }

        public RequestState State { get; init; }

        public DateTime? SubmittedAt { get; init; }

        public DateTime? DueAt { get; init; }

        public int PausedMinutes { get; init; }
    }
}
