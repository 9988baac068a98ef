using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>What part of the load calendar is looked at.</summary>
/// <param name="From">First day, moved back to its Monday; seven weeks ago when null.</param>
/// <param name="IndustryKey">Industry shown, or all.</param>
/// <param name="RegionKey">Region shown, or all.</param>
/// <param name="ActivityKey">Activity type shown, or all; closed stretches are those for this type, for the first type when all.</param>
/// <param name="Sort">"-fatigue" (default), "fatigue", "name", "-name", "used", "-used".</param>
/// <param name="Page">Page of customers, from 1.</param>
public sealed record LoadFilter(DateOnly? From, string? IndustryKey, string? RegionKey, string? ActivityKey, string? Sort, int Page);

/// <summary>The load calendar: customers × weeks, with the figures above and the lists beside it.</summary>
/// <param name="Weeks">Mondays of the weeks shown.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Type">Activity type by which closed stretches are judged.</param>
/// <param name="Rows">One page of customers.</param>
/// <param name="Customers">Number of customers in all.</param>
/// <param name="WeekTotals">Units of all customers a week.</param>
/// <param name="Totals">Figures over all customers.</param>
/// <param name="NeedsRest">Customers from fatigue 70, the most worn first.</param>
/// <param name="Idle">Open customers not used for half a year, the longest idle first.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record LoadBoard(
    IReadOnlyList<DateOnly> Weeks,
    DateOnly Today,
    ActivityType Type,
    IReadOnlyList<LoadRow> Rows,
    int Customers,
    IReadOnlyList<LoadMarks> WeekTotals,
    LoadTotals Totals,
    IReadOnlyList<LoadRow> NeedsRest,
    IReadOnlyList<LoadRow> Idle,
    LoadChoices Choices)
{
    /// <summary>Weeks shown.</summary>
    public const int WeekCount = 16;

    /// <summary>Customers a page.</summary>
    public const int PageSize = 20;

    /// <summary>Days without a use from which a customer is idle.</summary>
    public const int IdleDays = 180;
}

/// <summary>What the calendar can be narrowed to, by key and name.</summary>
/// <param name="Industries">Broadest industries.</param>
/// <param name="Regions">Broadest regions.</param>
/// <param name="Activities">Activity types.</param>
public sealed record LoadChoices(
    IReadOnlyList<(string Key, string Name)> Industries, IReadOnlyList<(string Key, string Name)> Regions, IReadOnlyList<(string Key, string Name)> Activities);

/// <summary>One customer of the calendar.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Fatigue">How worn it is.</param>
/// <param name="Taken">Units used or reserved in the fullest window around today.</param>
/// <param name="Allowed">Units allowed in it; null without such a limit.</param>
/// <param name="Availability">Availability today for the type looked at.</param>
/// <param name="Cells">Cells of the weeks; their spans add up to the weeks shown.</param>
public sealed record LoadRow(RosterCustomer Customer, FatigueScore Fatigue, int Taken, int? Allowed, AvailabilityResult Availability, IReadOnlyList<LoadCell> Cells);

/// <summary>Units in a week.</summary>
/// <param name="Done">Of uses that took place.</param>
/// <param name="Planned">Of agreed uses.</param>
/// <param name="Pending">Of asks without an answer.</param>
public sealed record LoadMarks(int Done, int Planned, int Pending)
{
    /// <summary>All of them.</summary>
    public int Total => Done + Planned + Pending;
}

/// <summary>One cell: a week with its marks, or a stretch of weeks in which nobody can ask.</summary>
/// <param name="Week">Place of its first week.</param>
/// <param name="Span">Weeks it covers.</param>
/// <param name="Marks">What is in it.</param>
/// <param name="Closed">Closed all through.</param>
/// <param name="FreeOn">First free day after a closed stretch that reaches today or later.</param>
/// <param name="Paused">Closed because the customer is paused.</param>
public sealed record LoadCell(int Week, int Span, LoadMarks Marks, bool Closed, DateOnly? FreeOn, bool Paused);

/// <summary>Figures over all customers of the calendar.</summary>
/// <param name="Taken">Units used or reserved.</param>
/// <param name="Allowed">Units allowed.</param>
/// <param name="Closed">Customers closed today.</param>
/// <param name="Pending">Asks without an answer.</param>
/// <param name="OldestPending">When the oldest of them was made (UTC).</param>
/// <param name="Concentration">Share of uses by the top tenth in 90 days and in the 90 days before.</param>
/// <param name="Overrides">Overrides in 90 days and in the 90 days before.</param>
public sealed record LoadTotals(
    int Taken, int Allowed, int Closed, int Pending, DateTime? OldestPending, (Share Now, Share Before) Concentration, (int Now, int Before) Overrides);
