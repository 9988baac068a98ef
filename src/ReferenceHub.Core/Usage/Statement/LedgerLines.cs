namespace ReferenceHub.Core.Usage;

/// <summary>Entries with what each changed and the balance after it.</summary>
internal static class LedgerLines
{
    /// <summary>One page, the newest first, of entries in their order.</summary>
    public static IReadOnlyList<LedgerLine> Of(
        IReadOnlyList<LedgerEntry> entries, int page, IReadOnlyDictionary<string, string> activities, IReadOnlyDictionary<Guid, string> contacts)
    {
        var uses = new Dictionary<Guid, Use>();
        var lines = new List<LedgerLine>(entries.Count);
        var last = entries.GroupBy(entry => entry.UseId).Select(group => group.Max(entry => entry.Sequence)).ToHashSet();
        var shown = Shown(entries, page).Select(entry => entry.Sequence).ToHashSet();
        foreach (var entry in entries)
        {
            var before = uses.GetValueOrDefault(entry.UseId)?.Units ?? 0;
            uses[entry.UseId] = entry.AsUse();
            if (shown.Contains(entry.Sequence))
            {
                lines.Add(new LedgerLine(
                    entry, activities.GetValueOrDefault(entry.ActivityKey, entry.ActivityKey), entry.ContactId is { } id ? contacts.GetValueOrDefault(id) : null,
                    entry.Units - before, WindowLoad.Peak(Quarter, uses.Values, entry.On), last.Contains(entry.Sequence)));
            }
        }

        lines.Reverse();
        return lines;
    }

    private static UsageLimit Quarter { get; } = new(
        Guid.Empty, PolicyPer.Customer, null, new HashSet<string>(StringComparer.Ordinal), PolicyMeasure.Units, 0, LimitWindow.Rolling(DefaultPolicies.Quarter), "", "");

    private static IEnumerable<LedgerEntry> Shown(IReadOnlyList<LedgerEntry> entries, int page) =>
        entries.OrderByDescending(entry => entry.Sequence).Skip((Math.Max(1, page) - 1) * LedgerStatement.PageSize).Take(LedgerStatement.PageSize);
}
