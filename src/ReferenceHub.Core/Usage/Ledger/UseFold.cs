namespace ReferenceHub.Core.Usage;

/// <summary>Derives what stands from the entries; nothing else is a count.</summary>
public static class UseFold
{
    /// <summary>The uses that stand after the entries of one or more customers: each entry holds the whole use, so the last one of a use says it all.</summary>
    public static IReadOnlyList<Use> Current(IEnumerable<LedgerEntry> entries) =>
    [
        .. entries.GroupBy(entry => entry.UseId)
            .Select(use => use.MaxBy(entry => entry.Sequence)!.AsUse())
            .Where(use => use.Stands),
    ];
}
