using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>The limits that were overridden in a period.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Lines">One page, the latest first.</param>
/// <param name="Total">Overrides in the period.</param>
/// <param name="Page">Page of them, from 1.</param>
/// <param name="Uses">Uses with an override, of all that were reserved in the period.</param>
/// <param name="Before">The same in as many days before.</param>
public sealed record OverrideList(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<OverrideLine> Lines, int Total, int Page, Share Uses, Share Before)
{
    /// <summary>Overrides a page.</summary>
    public const int PageSize = 40;

    /// <summary>Days of a period when none is chosen.</summary>
    public const int UsualDays = 90;
}

/// <summary>One override.</summary>
/// <param name="Entry">The entry that reserved beyond the limit.</param>
/// <param name="CustomerName">Whose limit.</param>
/// <param name="ActivityName">What for.</param>
/// <param name="ContactName">The contact, if one was chosen.</param>
/// <param name="Roles">What whoever did it may do today; null when they are no user.</param>
/// <param name="Now">How the use stands today.</param>
public sealed record OverrideLine(LedgerEntry Entry, string CustomerName, string ActivityName, string? ContactName, Roles? Roles, UseState Now);
