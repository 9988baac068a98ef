using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>One customer's ledger as its owner and the program read it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">Its name.</param>
/// <param name="Status">Its reference status.</param>
/// <param name="PausedUntil">Last day of its pause.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Fatigue">How worn it is.</param>
/// <param name="Limits">How full each of its limits is today.</param>
/// <param name="Types">Availability for each type that may be asked for.</param>
/// <param name="Lines">One page of entries, the newest first.</param>
/// <param name="Entries">Entries that the filter holds.</param>
/// <param name="Contacts">Contacts a use can be logged for.</param>
/// <param name="Activities">All activity types by key and name.</param>
/// <param name="MayLog">The viewer may log a use.</param>
/// <param name="MayCorrect">The viewer may correct a use.</param>
public sealed record LedgerStatement(
    Guid CustomerId,
    string CustomerName,
    ReferenceStatus Status,
    DateOnly? PausedUntil,
    DateOnly Today,
    FatigueScore Fatigue,
    IReadOnlyList<LimitState> Limits,
    IReadOnlyList<(ActivityType Type, AvailabilityResult Result)> Types,
    IReadOnlyList<LedgerLine> Lines,
    int Entries,
    IReadOnlyList<(Guid Id, string Name)> Contacts,
    IReadOnlyList<(string Key, string Name)> Activities,
    bool MayLog,
    bool MayCorrect)
{
    /// <summary>What part of it is shown; its page is one that there is.</summary>
    public LedgerFilter Filter { get; init; } = new();

    /// <summary>Years of which there are entries, the latest first.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Name of the one contact looked at; null when it is the whole customer.</summary>
    public string? ContactName { get; init; }

    /// <summary>Everybody there whom an entry names or who can be asked.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; init; } = [];

    /// <summary>Entries a page.</summary>
    public const int PageSize = 40;
}

/// <summary>How full a limit is today.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="ContactName">The contact counted, if per contact.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Window">Window or rest.</param>
/// <param name="Done">Used in the fullest window that contains today.</param>
/// <param name="Reserved">Reserved or planned in it.</param>
/// <param name="Amount">Allowed.</param>
/// <param name="RestsUntil">First day after the present rest or blackout; the last of all days when its end is not in sight.</param>
public sealed record LimitState(
    string Rule, string SetBy, string? ContactName, PolicyMeasure Measure, LimitWindow Window, int Done, int Reserved, int Amount, DateOnly? RestsUntil)
{
    /// <summary>First day on which this limit alone would allow the smallest thing that it binds; today when it does, null when no day is in sight.</summary>
    public DateOnly? FreeOn { get; init; }

    /// <summary>What that would be; null when nothing that can be asked for is bound.</summary>
    public string? FreeFor { get; init; }
}

/// <summary>One entry of the ledger.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="ActivityName">Name of the activity type.</param>
/// <param name="ContactName">Name of the contact.</param>
/// <param name="Change">Units it added or took away.</param>
/// <param name="IsLast">No later entry is about the same use.</param>
public sealed record LedgerLine(LedgerEntry Entry, string ActivityName, string? ContactName, int Change, bool IsLast)
{
    /// <summary>Contact minutes it added or took away.</summary>
    public int MinutesChange { get; init; }

    /// <summary>The use before it; null for its first entry.</summary>
    public Use? Before { get; init; }

    /// <summary>The contact before it.</summary>
    public string? BeforeContactName { get; init; }

    /// <summary>How full each limit was after it that binds the use, by the limits in force today.</summary>
    public IReadOnlyList<LimitBalance> Balances { get; init; } = [];
}

/// <summary>How full a limit was after an entry.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="ContactName">The contact counted, if per contact.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Window">Over which window.</param>
/// <param name="Filled">In the fullest window that contains the day of the entry, in the measure.</param>
/// <param name="Amount">Allowed.</param>
public sealed record LimitBalance(string Rule, string SetBy, string? ContactName, PolicyMeasure Measure, LimitWindow Window, int Filled, int Amount)
{
    /// <summary>"2 of 4 units in 90 days".</summary>
    public string InWords => LimitWords.Filled(this);
}
