using System.Globalization;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Policies in words that anybody may read.</summary>
public static class PolicyWords
{
    /// <summary>"Limit of 1 sales call, analyst or press use per customer in 90 days".</summary>
    public static string Rule(UsagePolicy policy, IReadOnlyDictionary<string, string> names) => policy.WindowKind switch
    {
        WindowKind.Blackout => policy.Blackout!.IsConfidential ? "Not asked for the time being" : Rule(policy.Blackout!, policy, names),
        WindowKind.Rest => $"Rest of {Counted(policy.Days, "day")} between {Activities(policy, names)}uses of a {Whose(policy.Per)}",
        _ => $"Limit of {Amount(policy, names)} per {Whose(policy.Per)} {Window(policy.Window)}",
    };

    /// <summary>The rule for those who set limits: of a blackout with its cause, which others are not told.</summary>
    public static string FullRule(UsagePolicy policy, IReadOnlyDictionary<string, string> names) =>
        policy.Blackout is { } blackout ? Rule(blackout, policy, names) : Rule(policy, names);

    /// <summary>"every customer", "customers of the Lighthouse tier", "Banking × DACH"; of one that binds a single customer or contact only that it does.</summary>
    public static string Binds(UsagePolicy policy, TermBook terms) => policy.Scope switch
    {
        PolicyScope.Program => policy.Per == PolicyPer.Contact ? "every contact" : "every customer",
        PolicyScope.Tier => $"{(policy.Per == PolicyPer.Contact ? "contacts of " : "")}customers of the {policy.Tier} tier",
        PolicyScope.Segment => $"{(policy.Per == PolicyPer.Contact ? "contacts of " : "")}customers in {string.Join(" × ", policy.SegmentIds.Select(id => terms.Name(id) ?? "?"))}",
        PolicyScope.Contact => "one contact",
        _ => policy.Per == PolicyPer.Contact ? "contacts of one customer" : "one customer",
    };

    /// <summary>"the program", "the customer", "the account owner".</summary>
    public static string SetBy(PolicySetter setter) => setter switch
    {
        PolicySetter.Customer => "the customer",
        PolicySetter.Owner => "the account owner",
        _ => "the program",
    };

    /// <summary>"in 90 days", "in a calendar quarter".</summary>
    public static string Window(LimitWindow window) =>
        window.Kind == WindowKind.CalendarQuarter ? "in a calendar quarter" : $"in {Counted(window.Days, "day")}";

    /// <summary>The name of an activity type inside a sentence: "Sales call" → "sales call", "RFP listing" stays.</summary>
    public static string Lowered(string name) =>
        name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Rule(Blackout blackout, UsagePolicy policy, IReadOnlyDictionary<string, string> names)
    {
        var closed = policy.ActivityKeys.Count == 0 ? "Blackout" : $"Blackout for {string.Join(", ", policy.ActivityKeys.Select(key => Lowered(names.GetValueOrDefault(key, key))))}";
        return blackout.Rule switch
        {
            BlackoutRule.Between => $"{closed} from {LimitWords.Day(blackout.From!.Value)} to {LimitWords.Day(blackout.Until!.Value)}",
            BlackoutRule.QuarterEnd => $"{closed} in the last {Counted(blackout.Days, "day")} of a quarter",
            BlackoutRule.Holidays => $"{closed} on public holidays",
            BlackoutRule.Renewal => $"{closed} in the {Counted(blackout.Days, "day")} before a renewal",
            _ => $"{closed} while an escalation is open",
        };
    }

    private static string Amount(UsagePolicy policy, IReadOnlyDictionary<string, string> names) => policy.Measure switch
    {
        PolicyMeasure.Units => Counted(policy.Amount, "unit") + Of(policy, names),
        PolicyMeasure.Minutes => Counted(policy.Amount, "minute") + Of(policy, names),
        _ => $"{policy.Amount.ToString(CultureInfo.InvariantCulture)} {Activities(policy, names)}{(policy.Amount == 1 ? "use" : "uses")}",
    };

    private static string Of(UsagePolicy policy, IReadOnlyDictionary<string, string> names) =>
        policy.ActivityKeys.Count == 0 ? "" : $" of {Activities(policy, names).TrimEnd()}";

    private static string Activities(UsagePolicy policy, IReadOnlyDictionary<string, string> names)
    {
        var words = policy.ActivityKeys.Select(key => Lowered(names.GetValueOrDefault(key, key))).ToList();
        return words.Count switch
        {
            0 => "",
            1 => words[0] + " ",
            _ => $"{string.Join(", ", words.SkipLast(1))} or {words[^1]} ",
        };
    }

    private static string Whose(PolicyPer per) => per == PolicyPer.Contact ? "contact" : "customer";

    private static string Counted(int number, string noun) =>
        $"{number.ToString(CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
