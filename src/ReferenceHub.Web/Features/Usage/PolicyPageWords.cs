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
        return list.Editions.StateOf(edition) switch
        {
            EditionState.Draft => "a draft, binds nobody",
            EditionState.Planned => $"planned, from {Words.Day(edition.StartsOn!.Value, list.Today)}",
            EditionState.InForce => edition.Number == 1 ? "in force" : $"in force since {Words.Day(edition.StartsOn!.Value, list.Today)}",
            _ when list.Editions.LastDayOf(edition) < edition.StartsOn => $"replaced on the day it started, {Words.Day(edition.StartsOn!.Value, list.Today)}",
            _ => $"{(edition.Number == 1 ? "" : $"from {Words.Day(edition.StartsOn!.Value, list.Today)} ")}until {Words.Day(list.Editions.LastDayOf(edition), list.Today)}",
        };
    }

    /// <summary>"25 % of each limit per customer, rounded down, is kept for deals above EUR 500,000"; and where nothing is any more since the program reckons in another currency.</summary>
    public static string HeldBack(PolicyEdition edition, string currency)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.HeldBackPercent == 0
            ? "Nothing is kept for large deals"
            : $"{Share(edition)} of each limit per customer, rounded down, is kept for deals above {edition.HeldBackOver(currency)}{(edition.HoldsBackIn(currency) ? "" : $"; no deal is large, as the program reckons in {currency} now: say the amount anew")}";
    }

    /// <summary>What that is of the limits there are: "1 of 4 units, nothing of 1 use"; null where nothing is kept or nothing is limited.</summary>
    public static string? KeptNow(PolicyList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var limits = list.Policies.Select(line => line.Policy).Where(policy => policy is { Enabled: true, Per: PolicyPer.Customer, Window.Counts: true })
            .Select(policy => (policy.Amount, policy.Measure)).Distinct().OrderByDescending(limit => limit.Amount).ToList();
        return list.Edition.HeldBackPercent == 0 || limits.Count == 0 ? null : string.Join(", ", limits.Select(limit =>
            $"{(list.Edition.KeptOf(limit.Amount) is var kept and > 0 ? Words.Number(kept) : "nothing")} of {Words.Count(limit.Amount, limit.Measure switch { PolicyMeasure.Units => "unit", PolicyMeasure.Minutes => "minute", _ => "use" })}"));
    }

    private static string Share(PolicyEdition edition) => string.Create(Words.Culture, $"{edition.HeldBackPercent} %");

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
