using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>A ledger in words.</summary>
public static class LedgerWords
{
    /// <summary>What an entry does.</summary>
    public static string Kind(LedgerEntry entry) => entry switch
    {
        { Kind: LedgerKind.Released, State: UseState.NoShow } => "No-show",
        { Kind: LedgerKind.Corrected, State: UseState.Planned } => "Agreed",
        _ => entry.Kind.ToString(),
    };

    /// <summary>The note of an entry that its kind says already.</summary>
    public static bool SaysItself(LedgerEntry entry) => entry is { Kind: LedgerKind.Corrected, State: UseState.Planned };

    /// <summary>"1 used, 1 reserved of 4 units".</summary>
    public static string Filling(LimitState limit)
    {
        var noun = limit.Measure switch { PolicyMeasure.Units => "unit", PolicyMeasure.Minutes => "minute", _ => "use" };
        var reserved = limit.Reserved > 0 ? $", {limit.Reserved} reserved" : "";
        return $"{limit.Done} used{reserved} of {Words.Count(limit.Amount, noun)}";
    }
}
