using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Which promise a due pill speaks of.</summary>
public enum DueClock
{
    /// <summary>The first yes, by the turnaround target.</summary>
    FirstYes,

    /// <summary>The use itself, by needed-by; after the first yes.</summary>
    HeldBy,

    /// <summary>The answer of a party that was asked, by its own time to answer.</summary>
    Answer,
}

/// <summary>How a promise stands.</summary>
public enum DueState
{
    /// <summary>Less than 80 % of the time is used.</summary>
    OnTrack,

    /// <summary>80 % or more of the time to the first yes, or to answer, is used; a use that was agreed is not at risk by the passing of days.</summary>
    AtRisk,

    /// <summary>The time is over.</summary>
    Breached,

    /// <summary>On hold.</summary>
    Paused,
}

/// <summary>What the clock of a request is read from.</summary>
public sealed record ClockFacts(
    RequestState State,
    DateTime? SubmittedAt,
    DateTime? DueAt,
    int PausedMinutes,
    DateTime? HeldAt,
    DateTime? FirstAcceptedAt,
    DateOnly? NeededBy)
{
    /// <summary>The facts of a request.</summary>
    public static ClockFacts Of(ReferenceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request.State, request.SubmittedAt, request.DueAt, request.PausedMinutes, request.HeldAt, request.FirstAcceptedAt, request.NeededBy);
    }
}

/// <summary>What is left of a promise: business minutes, negative when late, and the instant it is due (UTC).</summary>
public sealed record DueReading(DueClock Clock, DueState State, int MinutesLeft, int TotalMinutes, DateTime DueAt)
{
    /// <summary>Late or nearly so.</summary>
    public bool IsTrouble => State is DueState.AtRisk or DueState.Breached;

    /// <summary>Share of the time that is used, in percent, 0 to 100.</summary>
    public int UsedPercent => TotalMinutes <= 0 ? 100 : Math.Clamp((int)((long)(TotalMinutes - MinutesLeft) * 100 / TotalMinutes), 0, 100);

    /// <summary>The reading of an open request; null for drafts and ended ones. Needed-by ends with its day in the program's zone.</summary>
    public static DueReading? Of(ClockFacts facts, DateTime now, BusinessTime time, string programZone)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(time);
        if (!facts.State.IsOpen() || facts.SubmittedAt is not { } start || facts.DueAt is not { } firstYesDue)
        {
            return null;
        }

        var clock = facts.FirstAcceptedAt is null ? DueClock.FirstYes : DueClock.HeldBy;
        if (clock == DueClock.HeldBy && facts.NeededBy is null)
        {
            return null;
        }

        var (from, due) = clock == DueClock.FirstYes
            ? (start, firstYesDue)
            : (facts.FirstAcceptedAt!.Value, Zones.UtcOf(programZone, facts.NeededBy!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var left = time.MinutesBetween(facts.HeldAt ?? now, due);
        var total = time.MinutesBetween(from, due) - (clock == DueClock.FirstYes ? facts.PausedMinutes : 0);
        return Of(clock, left, total, due, facts.HeldAt is not null, now);
    }

    /// <summary>The reading of an ask that is answered by <paramref name="due"/> (UTC) within a window of business minutes; it stands while the request is held.</summary>
    public static DueReading OfAnswer(DateTime due, int window, DateTime? heldAt, DateTime now, BusinessTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Of(DueClock.Answer, time.MinutesBetween(heldAt ?? now, due), window, due, heldAt is not null, now);
    }

    private static DueReading Of(DueClock clock, int left, int total, DateTime due, bool held, DateTime now)
    {
        var state = held ? DueState.Paused
            : now > due ? DueState.Breached
            : clock != DueClock.HeldBy && Paces.Of(total - left, total) == Pace.AtRisk ? DueState.AtRisk : DueState.OnTrack;
        return new DueReading(clock, state, left, total, due);
    }
}
