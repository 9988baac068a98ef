namespace ReferenceHub.Core.Usage;

/// <summary>Entries with what each changed and how full each limit was after it.</summary>
/// <param name="limits">The limits in force.</param>
/// <param name="activities">Names of activity types by key.</param>
/// <param name="contacts">Names of contacts.</param>
internal sealed class LedgerLines(IReadOnlyList<UsageLimit> limits, IReadOnlyDictionary<string, string> activities, IReadOnlyDictionary<Guid, string> contacts)
{
    private const int LongestQuarter = 92;

    private readonly List<UsageLimit> counting = [.. limits.Where(limit => limit.Window.Counts)];

    /// <summary>Entries of a filter and their number; <paramref name="entries"/> are all of the ledger in their order, the answer is one page, the newest first.</summary>
    public (IReadOnlyList<LedgerLine> Lines, int Total, int Page) Of(IReadOnlyList<LedgerEntry> entries, LedgerFilter filter, int pageSize)
    {
        var held = Held(entries, filter);
        var page = Data.Paging.Within(filter.Page, held.Count, pageSize);
        var shown = held.AsEnumerable().Reverse().Skip((page - 1) * pageSize).Take(pageSize).Select(entry => entry.Sequence).ToHashSet();
        return ([.. Lines(entries, shown, filter.ContactId).Reverse()], held.Count, page);
    }

    /// <summary>All entries of a filter, the oldest first.</summary>
    public IReadOnlyList<LedgerLine> All(IReadOnlyList<LedgerEntry> entries, LedgerFilter filter) =>
        [.. Lines(entries, Held(entries, filter).Select(entry => entry.Sequence).ToHashSet(), filter.ContactId)];

    private static List<LedgerEntry> Held(IReadOnlyList<LedgerEntry> entries, LedgerFilter filter)
    {
        var (before, held) = (new Dictionary<Guid, Use>(), new List<LedgerEntry>());
        foreach (var entry in entries)
        {
            if (filter.Holds(entry, before.GetValueOrDefault(entry.UseId)))
            {
                held.Add(entry);
            }

            before[entry.UseId] = entry.AsUse();
        }

        return held;
    }

    private IEnumerable<LedgerLine> Lines(IReadOnlyList<LedgerEntry> entries, HashSet<int> wanted, Guid? contactId)
    {
        var shelf = new UseShelf();
        var last = entries.GroupBy(entry => entry.UseId).Select(group => group.Max(entry => entry.Sequence)).ToHashSet();
        foreach (var entry in entries)
        {
            var before = shelf.Find(entry.UseId);
            shelf.Put(entry.AsUse());
            if (wanted.Contains(entry.Sequence))
            {
                yield return new LedgerLine(
                    entry, activities.GetValueOrDefault(entry.ActivityKey, entry.ActivityKey), NameOf(entry.ContactId), entry.Units - (before?.Units ?? 0), last.Contains(entry.Sequence))
                {
                    MinutesChange = entry.Minutes - (before?.Minutes ?? 0),
                    Before = before,
                    BeforeContactName = NameOf(before?.ContactId),
                    Balances = Balances(shelf, entry, before, contactId),
                };
            }
        }
    }

    // What a use gave back counted towards the limits that bound it before.
    private IReadOnlyList<LimitBalance> Balances(UseShelf shelf, LedgerEntry entry, Use? before, Guid? contactId)
    {
        var use = entry.Units == 0 && entry.Minutes == 0 && before is not null ? before : entry.AsUse();
        var whose = contactId ?? use.ContactId;
        var ask = new UsageAsk(whose, use.ActivityKey, use.Units, use.Minutes, entry.On);
        return
        [
            .. counting.Where(limit => limit.Binds(ask) && (contactId is null || limit.Per == PolicyPer.Contact))
                .OrderBy(limit => limit.Per == PolicyPer.Contact).ThenBy(limit => limit.Measure).ThenBy(limit => limit.Amount).ThenBy(limit => limit.Rule, StringComparer.Ordinal)
                .Select(limit => new LimitBalance(
                    limit.Rule, limit.SetBy, limit.Per == PolicyPer.Contact ? NameOf(whose) : null, limit.Measure, limit.Window,
                    WindowLoad.Peak(limit, shelf.Near(entry.On, Reach(limit)).Where(one => limit.Counts(one, whose)), entry.On), limit.Amount)),
        ];
    }

    private static int Reach(UsageLimit limit) => limit.Window.Kind == WindowKind.CalendarQuarter ? LongestQuarter : limit.Window.Days;

    private string? NameOf(Guid? contactId) => contactId is { } id ? contacts.GetValueOrDefault(id) : null;
}
