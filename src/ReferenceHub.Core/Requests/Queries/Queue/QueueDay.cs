using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>What the views of the queue say of open requests at one moment, as <see cref="DueReading"/> says of each; read from memory alone.</summary>
internal sealed class QueueDay(ListContext context)
{
    // A little more than the last fifth, should the calendar have changed meanwhile.
    private const int LastPart = 4;

    private readonly Dictionary<(Guid? Calendar, int Days), DateTime> riskFrom = [];
    private readonly Dictionary<DateOnly, DateTime> ends = [];
    private readonly DateOnly today = context.Today;
    private readonly DateTime opens = Midnight(context.Today, context.Zone).AddMinutes(1);
    private readonly DateTime closes = Midnight(context.Today.AddDays(1), context.Zone).AddMinutes(1);

    internal static DateTime Midnight(DateOnly day, string zone) => Zones.UtcOf(zone, day.ToDateTime(TimeOnly.MinValue));

    internal bool IsIn(QueueView view, OpenRequest row, Guid me) => view switch
    {
        QueueView.Unassigned => row.AssigneeId is null,
        QueueView.Mine => row.AssigneeId == me,
        QueueView.DueToday => IsDueToday(row.Clock),
        QueueView.AtRisk => IsAtRisk(row),
        QueueView.Breached => IsBreached(row.Clock),
        QueueView.OnCustomer => row.Ball == Party.Customer,
        QueueView.OnOwner => row.Ball == Party.Owner,
        _ => true,
    };

    /// <summary>When its promise ends (UTC); null while it rests: on hold, or agreed without a day.</summary>
    internal DateTime? DueOf(OpenRequest row) => row.Clock switch
    {
        { HeldAt: not null } or { FirstAcceptedAt: not null, NeededBy: null } => null,
        { FirstAcceptedAt: not null, NeededBy: { } day } => EndOf(day),
        _ => row.Clock.DueAt,
    };

    internal DateTime EndOf(DateOnly day)
    {
        if (!ends.TryGetValue(day, out var end))
        {
            ends[day] = end = Midnight(day.AddDays(1), context.Zone);
        }

        return end;
    }

    // A promise that ends at midnight is due on the day before.
    private bool IsDueToday(ClockFacts clock) => clock.HeldAt is null
        && (clock.FirstAcceptedAt is null ? clock.DueAt >= context.Now && clock.DueAt >= opens && clock.DueAt < closes : clock.NeededBy == today);

    private bool IsBreached(ClockFacts clock) => clock.HeldAt is null && (clock.FirstAcceptedAt is null ? clock.DueAt < context.Now : clock.NeededBy < today);

    // Working time is weighed for those alone that are due soon; with a date agreed later the target says nothing of the time there is.
    private bool IsAtRisk(OpenRequest row) => row.Clock is { HeldAt: null, FirstAcceptedAt: null } && row.Clock.DueAt >= context.Now
        && (row.HasLaterDate || row.Clock.DueAt <= RiskFrom(row))
        && DueReading.Of(row.Clock, context.Now, context.Book.Of(row.CalendarId), context.Zone)?.State == DueState.AtRisk;

    private DateTime RiskFrom(OpenRequest row)
    {
        var key = (row.CalendarId, row.TargetDays);
        if (!riskFrom.TryGetValue(key, out var latest))
        {
            riskFrom[key] = latest = LatestAtRisk(context.Book.Of(row.CalendarId), row.TargetDays, context.Now);
        }

        return latest;
    }

    /// <summary>Nothing with so many business days is at risk that is due later than this (UTC).</summary>
    internal static DateTime LatestAtRisk(BusinessTime time, int days, DateTime now) => time.AddMinutes(now, days * time.LongestDay / LastPart);
}
