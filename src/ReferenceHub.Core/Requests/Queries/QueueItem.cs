using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>What views, filters and orders of the queue need of one open request.</summary>
internal sealed record QueueItem(
    int Number,
    string ActivityKey,
    Guid RequesterId,
    Guid? AssigneeId,
    Party? Ball,
    RequestState State,
    DateOnly? NeededBy,
    DueReading? Due,
    string Prospect,
    long? AmountMinor,
    string? Currency,
    int Asked)
{
    internal bool IsIn(QueueView view, Guid viewerId, ListContext context) => view switch
    {
        QueueView.Unassigned => AssigneeId is null,
        QueueView.Mine => AssigneeId == viewerId,
        QueueView.DueToday => Due is { State: DueState.OnTrack or DueState.AtRisk } due && Zones.DateIn(context.Zone, due.DueAt.AddMinutes(-1)) == context.Today,
        QueueView.AtRisk => Due?.State == DueState.AtRisk,
        QueueView.Breached => Due?.State == DueState.Breached,
        QueueView.OnCustomer => Ball == Party.Customer,
        QueueView.OnOwner => Ball == Party.Owner,
        _ => true,
    };

    internal bool Passes(QueueFilter filter) =>
        (filter.ActivityKey is null || ActivityKey == filter.ActivityKey)
        && (filter.State is null || State == filter.State)
        && (filter.RequesterId is null || RequesterId == filter.RequesterId)
        && (filter.AmountOver is not { } over || (AmountMinor is { } amount && Currencies.ToMajor(amount, Currency ?? "EUR") > over))
        && (filter.NeededBefore is not { } before || NeededBy < before);
}

/// <summary>Orders of the queue; equals by number.</summary>
internal static class QueueOrder
{
    internal static IEnumerable<QueueItem> Sorted(IEnumerable<QueueItem> items, QueueSort sort)
    {
        var sorted = sort switch
        {
            QueueSort.DueLast => items.OrderByDescending(DueTime),
            QueueSort.Prospect => items.OrderBy(item => item.Prospect, StringComparer.OrdinalIgnoreCase),
            QueueSort.ProspectLast => items.OrderByDescending(item => item.Prospect, StringComparer.OrdinalIgnoreCase),
            QueueSort.Amount => items.OrderBy(Amount),
            QueueSort.AmountLast => items.OrderByDescending(Amount),
            QueueSort.Holder => items.OrderBy(item => item.Ball),
            QueueSort.HolderLast => items.OrderByDescending(item => item.Ball),
            QueueSort.Asked => items.OrderBy(item => item.Asked),
            QueueSort.AskedLast => items.OrderByDescending(item => item.Asked),
            _ => items.OrderBy(item => item.Due is null || item.Due.State == DueState.Paused).ThenBy(DueTime),
        };
        return sorted.ThenBy(item => item.Number);
    }

    private static DateTime DueTime(QueueItem item) => item.Due?.DueAt ?? DateTime.MaxValue;

    private static decimal Amount(QueueItem item) => item.AmountMinor is { } minor ? Currencies.ToMajor(minor, item.Currency ?? "EUR") : -1;
}
