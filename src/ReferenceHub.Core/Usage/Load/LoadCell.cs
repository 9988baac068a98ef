namespace ReferenceHub.Core.Usage;

/// <summary>Units in a week.</summary>
/// <param name="Done">Of uses that took place.</param>
/// <param name="Planned">Of agreed uses.</param>
/// <param name="Pending">Of asks without an answer.</param>
public sealed record LoadMarks(int Done, int Planned, int Pending)
{
    /// <summary>All of them.</summary>
    public int Total => Done + Planned + Pending;
}

/// <summary>How full the fullest window of a limit is that contains a day of the week, in the limit's measure.</summary>
/// <param name="Taken">Used, reserved and planned.</param>
/// <param name="Amount">Allowed.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Window">Over how long.</param>
public sealed record LoadFill(int Taken, int Amount, PolicyMeasure Measure, LimitWindow Window)
{
    /// <summary>Quarters of it that are filled, 0 (empty) to 4 (full).</summary>
    public int Quarters => Taken >= Amount ? 4 : (int)Math.Ceiling(4.0 * Taken / Amount) is var quarters && quarters > 3 ? 3 : quarters;
}

/// <summary>Days of a week that a blackout closes: the rule in words, the first and the last of them.</summary>
public sealed record LoadDark(string Rule, DateOnly First, DateOnly Last);

/// <summary>One cell: a week with its marks, or a stretch of weeks in which nobody can ask.</summary>
/// <param name="Week">Place of its first week.</param>
/// <param name="Span">Weeks it covers.</param>
/// <param name="Marks">What is in it.</param>
/// <param name="Closed">Closed all through.</param>
/// <param name="FreeOn">First free day after a closed stretch that reaches today or later.</param>
/// <param name="Paused">Closed because the customer is paused.</param>
public sealed record LoadCell(int Week, int Span, LoadMarks Marks, bool Closed, DateOnly? FreeOn, bool Paused)
{
    /// <summary>Uses of the week, those that take no units among them.</summary>
    public IReadOnlyList<Use> Uses { get; init; } = [];

    /// <summary>How full the fullest limit is in an open week.</summary>
    public LoadFill? Fill { get; init; }

    /// <summary>What a blackout closes of a week that is not closed as a whole.</summary>
    public LoadDark? Dark { get; init; }

    /// <summary>The rule that closes a stretch that reaches today or later.</summary>
    public string? Rule { get; init; }
}
