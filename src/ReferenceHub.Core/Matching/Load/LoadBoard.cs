using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Which customers of the load calendar are looked at.</summary>
public enum LoadView
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that need rest.</summary>
    Rest,

    /// <summary>Those that are idle and could be asked.</summary>
    Idle,
}

/// <summary>What part of the load calendar is looked at.</summary>
/// <param name="From">First day, moved back to its Monday; seven weeks ago when null.</param>
/// <param name="IndustryKey">Industry shown, or all.</param>
/// <param name="RegionKey">Region shown, or all.</param>
/// <param name="ActivityKey">Activity type shown, or all; closed stretches are those for this type, for the first type when all.</param>
/// <param name="Sort">"-fatigue" (default), "fatigue", "name", "-name", "used", "-used".</param>
/// <param name="Page">Page of customers, from 1.</param>
public sealed record LoadFilter(DateOnly? From, string? IndustryKey, string? RegionKey, string? ActivityKey, string? Sort, int Page)
{
    /// <summary>Product shown, or all.</summary>
    public string? ProductKey { get; init; }

    /// <summary>Account owner, or all.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Tier, or all.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Part of the name.</summary>
    public string? Words { get; init; }

    /// <summary>All, or those that need rest or are idle.</summary>
    public LoadView View { get; init; }

    /// <summary>It leaves customers out, whatever view is chosen.</summary>
    public bool Narrows => !string.IsNullOrEmpty(IndustryKey) || !string.IsNullOrEmpty(RegionKey) || !string.IsNullOrEmpty(ProductKey)
        || OwnerId is not null || Tier is not null || !string.IsNullOrWhiteSpace(Words);
}

/// <summary>The load calendar: customers × weeks, with the figures above and the lists beside it.</summary>
/// <param name="Weeks">Mondays of the weeks shown.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Type">Activity type by which closed stretches are judged.</param>
/// <param name="Rows">One page of customers.</param>
/// <param name="Customers">Number of customers in all.</param>
/// <param name="WeekTotals">Units of all customers a week.</param>
/// <param name="Totals">Figures over all customers.</param>
/// <param name="NeedsRest">Customers that need rest, the most worn first.</param>
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

    /// <summary>Customers in each list beside the calendar.</summary>
    public const int Listed = 6;

    /// <summary>Days without a use from which a customer is idle.</summary>
    public const int IdleDays = 180;

    /// <summary>Planned uses can be moved by the viewer.</summary>
    public bool MayMove { get; init; }

    /// <summary>Names of activity types by key.</summary>
    public required IReadOnlyDictionary<string, string> Activities { get; init; }
}

/// <summary>What the calendar can be narrowed to, by key and name.</summary>
/// <param name="Industries">Broadest industries.</param>
/// <param name="Regions">Broadest regions.</param>
/// <param name="Products">Broadest products.</param>
/// <param name="Activities">Activity types.</param>
/// <param name="Owners">Account owners.</param>
public sealed record LoadChoices(
    IReadOnlyList<(string Key, string Name)> Industries,
    IReadOnlyList<(string Key, string Name)> Regions,
    IReadOnlyList<(string Key, string Name)> Products,
    IReadOnlyList<(string Key, string Name)> Activities,
    IReadOnlyList<(string Key, string Name)> Owners);

/// <summary>Figures over all customers of the calendar.</summary>
/// <param name="Taken">Units used or reserved.</param>
/// <param name="Allowed">Units allowed.</param>
/// <param name="Closed">Customers closed today.</param>
/// <param name="Pending">Asks without an answer.</param>
/// <param name="OldestPending">When the oldest of them was made (UTC).</param>
/// <param name="Concentration">Share of uses by the top tenth in 90 days and in the 90 days before.</param>
/// <param name="Overrides">Uses reserved beyond a limit, of all reserved, in 90 days and in the 90 days before; those of customers that no longer act as references too.</param>
public sealed record LoadTotals(
    int Taken, int Allowed, int Closed, int Pending, DateTime? OldestPending, (Share Now, Share Before) Concentration, (Share Now, Share Before) Overrides);
