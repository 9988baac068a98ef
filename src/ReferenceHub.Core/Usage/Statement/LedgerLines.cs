namespace ReferenceHub.Core.Usage;

/// <summary>Entries with what each changed and the balance after it.</summary>
internal static class LedgerLines
{
    /// <summary>One page, the newest first, of entries in their order.</summary>
    public static IReadOnlyList<LedgerLine> Of(
        IReadOnlyList<LedgerEntry> entries, int page, IReadOnlyDictionary<string, string> activities, IReadOnlyDictionary<Guid, string> contacts) =>
        [.. Lines(entries, Shown(entries, page), activities, contacts).Reverse()];

    /// <summary>All of them, the oldest first.</summary>
    public static IReadOnlyList<LedgerLine> All(IReadOnlyList<LedgerEntry> entries, IReadOnlyDictionary<string, string> activities, IReadOnlyDictionary<Guid, string> contacts) =>
        [.. Lines(entries, entries, activities, contacts)];

    private static IEnumerable<LedgerLine> Lines(
        IReadOnlyList<LedgerEntry> entries, IEnumerable<LedgerEntry> wanted, IReadOnlyDictionary<string, string> activities, IReadOnlyDictionary<Guid, string> contacts)
    {
        var uses = new Dictionary<Guid, Use>();
        var last = entries.GroupBy(entry => entry.UseId).Select(group => group.Max(entry => entry.Sequence)).ToHashSet();
        var shown = wanted.Select(entry => entry.Sequence).ToHashSet();
        foreach (var entry in entries)
        {
            var before = uses.GetValueOrDefault(entry.UseId)?.Units ?? 0;
            uses[entry.UseId] = entry.AsUse();
            if (shown.Contains(entry.Sequence))
            {
                yield return new LedgerLine(
                    entry, activities.GetValueOrDefault(entry.ActivityKey, entry.ActivityKey), entry.ContactId is { } id ? contacts.GetValueOrDefault(id) : null,
                    entry.Units - before, WindowLoad.Peak(Quarter, uses.Values, entry.On), last.Contains(entry.Sequence));
            }
        }

    }

    private static UsageLimit Quarter { get; } = new(
        Guid.Empty, PolicyPer.Customer, null, new HashSet<string>(StringComparer.Ordinal), PolicyMeasure.Units, 0, LimitWindow.Rolling(DefaultPolicies.Quarter), "", "");

    private static IEnumerable<LedgerEntry> Shown(IReadOnlyList<LedgerEntry> entries, int page) =>
        entries.OrderByDescending(entry => entry.Sequence).Skip((Math.Max(1, page) - 1) * LedgerStatement.PageSize).Take(LedgerStatement.PageSize);
}
