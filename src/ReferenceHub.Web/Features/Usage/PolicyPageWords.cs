using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The table of a version's policies.</summary>
/// <param name="List">The version.</param>
public sealed record PolicyTable(PolicyList List)
{
    /// <summary>What was in force is kept as it was.</summary>
    public bool MayChange => List.State != EditionState.Past;
}

/// <summary>Versions of the policies in words.</summary>
public static class PolicyPageWords
{
    /// <summary>"in force since 3 Mar", "from 1 Dec", "a draft", "until 2 Mar".</summary>
    public static string Standing(PolicyList list, PolicyEdition edition)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(edition);
        return edition switch
        {
            { IsDraft: true } => "a draft, binds nobody",
            _ when edition.StartsOn > list.Today => $"planned, from {Words.Day(edition.StartsOn!.Value, list.Today)}",
            _ when edition.Id == list.InForce.Id => edition.Number == 1 ? "in force" : $"in force since {Words.Day(edition.StartsOn!.Value, list.Today)}",
            _ when list.LastDayOf(edition) < edition.StartsOn => $"replaced on the day it started, {Words.Day(edition.StartsOn!.Value, list.Today)}",
            _ => $"{(edition.Number == 1 ? "" : $"from {Words.Day(edition.StartsOn!.Value, list.Today)} ")}until {Words.Day(list.LastDayOf(edition), list.Today)}",
        };
    }

    /// <summary>"25 % of each limit per customer, rounded down, is kept for deals above EUR 500,000".</summary>
    public static string HeldBack(PolicyEdition edition, string currency)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.HeldBackPercent == 0
            ? "Nothing is kept for large deals"
            : string.Create(Words.Culture, $"{edition.HeldBackPercent} % of each limit per customer, rounded down, is kept for deals above {currency} {edition.HeldBackAbove:N0}");
    }

    /// <summary>What became of a policy.</summary>
    public static string Of(PolicyChange change) => change switch
    {
        PolicyChange.Added => "New",
        PolicyChange.SwitchedOn => "Switched on",
        PolicyChange.SwitchedOff => "Switched off",
        PolicyChange.Removed => "Gone",
        _ => "Changed",
    };
}
