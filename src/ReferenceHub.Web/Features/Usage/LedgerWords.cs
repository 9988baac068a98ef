using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>A ledger in words.</summary>
public static class LedgerWords
{
    /// <summary>What an entry does.</summary>
    public static string Kind(LedgerEntry entry) => Deed(entry.Deed);

    /// <summary>What an entry says as people call it.</summary>
    public static string Deed(EntryDeed deed) => deed switch { EntryDeed.NoShow => "No-show", EntryDeed.AskedAgain => "Asked again", _ => deed.ToString() };

    /// <summary>"1 of 1 use, 2 of 4 units in the 90 days around 3 Mar": what the entry filled, a line for each window.</summary>
    public static IEnumerable<string> Balances(LedgerLine line, DateOnly today)
    {
        var day = Words.Day(line.Entry.On, today);
        return line.Balances.GroupBy(balance => balance.Window).Select(window =>
            $"{string.Join(", ", window.Select(Filled))} {(window.Key.Kind == WindowKind.CalendarQuarter ? $"in the quarter of {day}" : $"in the {Words.Count(window.Key.Days, "day")} around {day}")}");
    }

    private static string Filled(LimitBalance balance) =>
        $"{balance.Filled} of {Words.Count(balance.Amount, Noun(balance.Measure))}{(balance.ContactName is { } name ? $" of {name}" : "")}{(balance.Filled > balance.Amount ? " (beyond)" : "")}";

    /// <summary>What a correction changed: "day 3 Mar → 5 Mar, 30 → 45 minutes"; nothing where it changed none of these.</summary>
    public static string? Changes(LedgerLine line, DateOnly today)
    {
        if (line is not { Before: { } before, Entry: { Kind: LedgerKind.Corrected } entry } || SaysItself(entry))
        {
            return null;
        }

        var changes = new[]
        {
            before.State == entry.State ? null : $"{State(before.State)} → {State(entry.State)}",
            before.On == entry.On ? null : $"day {Words.Day(before.On, today)} → {Words.Day(entry.On, today)}",
            before.ContactId == entry.ContactId ? null : $"{line.BeforeContactName ?? "nobody in particular"} → {line.ContactName ?? "nobody in particular"}",
            before.Units == entry.Units ? null : $"{before.Units} → {Words.Count(entry.Units, "unit")}",
            before.Minutes == entry.Minutes ? null : $"{before.Minutes} → {Words.Count(entry.Minutes, "minute")}",
        };
        return string.Join(", ", changes.OfType<string>()) is { Length: > 0 } words ? Words.Capital(words) : null;
    }

    /// <summary>When a limit lets something through again; others may still refuse it then.</summary>
    public static string? NextFree(LimitState limit, DateOnly today) => limit switch
    {
        { FreeFor: null } => null,
        { FreeOn: { } day } when day <= today => $"Lets {LoadWords.Indefinite(limit.FreeFor)} through today",
        { FreeOn: { } day } => $"Lets {LoadWords.Indefinite(limit.FreeFor)} through from {Words.Day(day, today)}",
        _ => $"Lets no {PolicyWords.Lowered(limit.FreeFor)} through on any day in sight",
    };

    /// <summary>How a use stands.</summary>
    public static string State(UseState state) => state == UseState.NoShow ? "no-show" : state.ToString().ToLowerInvariant();

    /// <summary>The note of an entry that its kind says already.</summary>
    public static bool SaysItself(LedgerEntry entry) => entry.Deed is EntryDeed.Agreed or EntryDeed.AskedAgain;

    /// <summary>"1 used, 1 reserved of 4 units".</summary>
    public static string Filling(LimitState limit)
    {
        var reserved = limit.Reserved > 0 ? $", {limit.Reserved} reserved" : "";
        return $"{limit.Done} used{reserved} of {Words.Count(limit.Amount, Noun(limit.Measure))}";
    }

    private static string Noun(PolicyMeasure measure) => measure switch { PolicyMeasure.Units => "unit", PolicyMeasure.Minutes => "minute", _ => "use" };
}
