using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Whether a turnaround clock runs.</summary>
public enum ClockState
{
    /// <summary>Not sent yet.</summary>
    NotStarted,

    /// <summary>Runs.</summary>
    Running,

    /// <summary>On hold.</summary>
    Paused,

    /// <summary>Somebody said yes, or the request ended.</summary>
    Stopped,
}

/// <summary>How a turnaround clock stands; minutes are business minutes, negative when late.</summary>
public sealed record ClockReading(ClockState State, Pace Pace, int MinutesLeft, DateTime? DueAt)
{
    /// <summary>The clock of a draft.</summary>
    public static ClockReading NotStarted { get; } = new(ClockState.NotStarted, Pace.OnTrack, 0, null);
}
