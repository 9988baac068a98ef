using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Requests;

/// <summary>The orders of the queue; equals by number. By due date, paused ones and those without a day come last.</summary>
internal static class QueueOrder
{
    /// <summary>Numbers from the row after a number on, which need not be among those found; from the start when that is no longer open.</summary>
    internal static List<int> Numbers(IEnumerable<OpenRequest> found, OpenRequest? after, int take, QueueSort sort, QueueDay day)
    {
        var order = Comparer<OpenRequest>.Create((left, right) => Compare(left, right, sort, day) is var first && first != 0 ? first : left.Number.CompareTo(right.Number));
        return [.. found.Where(row => after is null || order.Compare(row, after) > 0).Order(order).Take(take).Select(row => row.Number)];
    }

    private static int Compare(OpenRequest left, OpenRequest right, QueueSort sort, QueueDay day) => sort switch
    {
        QueueSort.Prospect => StringComparer.OrdinalIgnoreCase.Compare(left.Prospect, right.Prospect),
        QueueSort.ProspectLast => StringComparer.OrdinalIgnoreCase.Compare(right.Prospect, left.Prospect),
        QueueSort.Amount => Amount(left).CompareTo(Amount(right)),
        QueueSort.AmountLast => Amount(right).CompareTo(Amount(left)),
        QueueSort.Holder => Nullable.Compare(left.Ball, right.Ball),
        QueueSort.HolderLast => Nullable.Compare(right.Ball, left.Ball),
        QueueSort.Asked => left.Asked.CompareTo(right.Asked),
        QueueSort.AskedLast => right.Asked.CompareTo(left.Asked),
        QueueSort.DueLast => Nullable.Compare(Furthest(right, day), Furthest(left, day)),
        _ => Soonest(left, right, day),
    };

    private static int Soonest(OpenRequest left, OpenRequest right, QueueDay day) => (day.DueOf(left), day.DueOf(right)) switch
    {
        ({ } one, { } other) => one.CompareTo(other),
        (null, null) => Nullable.Compare(left.Clock.DueAt, right.Clock.DueAt),
        (null, _) => 1,
        _ => -1,
    };

    private static DateTime? Furthest(OpenRequest row, QueueDay day) => row.Clock is { FirstAcceptedAt: not null, NeededBy: { } needed } ? day.EndOf(needed) : row.Clock.DueAt;

    private static decimal Amount(OpenRequest row) => row.AmountMinor is { } minor ? Currencies.ToMajor(minor, row.Currency ?? "EUR") : -1;
}
