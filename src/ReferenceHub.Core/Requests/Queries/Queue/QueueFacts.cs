using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>An open request with what the views of the queue ask of it, said once for lists, counts and exports; read in the database.</summary>
internal sealed class QueueFacts
{
    public required ReferenceRequest Request { get; init; }

    public required Guid? CalendarId { get; init; }

    public required int TargetDays { get; init; }

    public required Guid? AssigneeId { get; init; }

    public required bool Unassigned { get; init; }

    public required bool Mine { get; init; }

    public required bool DueToday { get; init; }

    public required bool Breached { get; init; }

    public required bool OnCustomer { get; init; }

    public required bool OnOwner { get; init; }

    public required bool OnProgram { get; init; }

    // As DueReading says of one: a paused clock is neither due nor late, the needed-by day ends with the program's midnight,
    // and a promise that ends at midnight is due on the day before.
    internal static IQueryable<QueueFacts> Of(IQueryable<ReferenceRequest> open, Guid me, ListContext context)
    {
        var (now, today) = (context.Now, context.Today);
        var opens = Midnight(today, context.Zone).AddMinutes(1);
        var closes = Midnight(today.AddDays(1), context.Zone).AddMinutes(1);
        return open.Select(request => new QueueFacts
        {
            Request = request,
            CalendarId = request.CalendarId,
            TargetDays = request.TargetDays,
            AssigneeId = request.AssigneeId,
            Unassigned = request.AssigneeId == null,
            Mine = request.AssigneeId == me,
            DueToday = request.HeldAt == null
                && (request.FirstAcceptedAt == null ? request.DueAt >= now && request.DueAt >= opens && request.DueAt < closes : request.NeededBy == today),
            Breached = request.HeldAt == null && (request.FirstAcceptedAt == null ? request.DueAt < now : request.NeededBy < today),
            OnCustomer = request.Ball == Party.Customer,
            OnOwner = request.Ball == Party.Owner,
            OnProgram = request.Ball == Party.Program,
        });
    }

    internal static DateTime Midnight(DateOnly day, string zone) => Zones.UtcOf(zone, day.ToDateTime(TimeOnly.MinValue));
}
