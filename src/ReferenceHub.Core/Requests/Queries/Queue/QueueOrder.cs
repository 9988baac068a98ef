using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Requests;

/// <summary>What the rarer orders of the queue need of one open request.</summary>
internal sealed class QueueItem
{
    public required int Number { get; init; }

    public string? Prospect { get; init; }

    public long? AmountMinor { get; init; }

    public string? Currency { get; init; }

    public Party? Ball { get; init; }

    public int Asked { get; init; }

    public ClockFacts? Clock { get; init; }
}

/// <summary>The orders of the queue beside soonest due: no index keeps them, so that numbers and one column are read and sorted. Equals by number.</summary>
internal static class QueueOrder
{
    internal static async Task<List<int>> NumbersAsync(IQueryable<ReferenceRequest> found, QueueSort sort, ListContext context, CancellationToken ct)
    {
        var items = await Slim(found, sort).ToListAsync(ct);
        var sorted = sort switch
        {
            QueueSort.Prospect => items.OrderBy(item => item.Prospect, StringComparer.OrdinalIgnoreCase),
            QueueSort.ProspectLast => items.OrderByDescending(item => item.Prospect, StringComparer.OrdinalIgnoreCase),
            QueueSort.Amount => items.OrderBy(Amount),
            QueueSort.AmountLast => items.OrderByDescending(Amount),
            QueueSort.Holder => items.OrderBy(item => item.Ball),
            QueueSort.HolderLast => items.OrderByDescending(item => item.Ball),
            QueueSort.Asked => items.OrderBy(item => item.Asked),
            QueueSort.AskedLast => items.OrderByDescending(item => item.Asked),
            _ => items.OrderByDescending(item => DueTime(item, context)),
        };
        return [.. sorted.ThenBy(item => item.Number).Select(item => item.Number)];
    }

    private static IQueryable<QueueItem> Slim(IQueryable<ReferenceRequest> found, QueueSort sort) => sort switch
    {
        QueueSort.Prospect or QueueSort.ProspectLast => found.Select(request => new QueueItem
        {
            Number = request.Number, Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name,
        }),
        QueueSort.Amount or QueueSort.AmountLast => found.Select(request => new QueueItem { Number = request.Number, AmountMinor = request.Opportunity!.AmountMinor, Currency = request.Opportunity.Currency }),
        QueueSort.Holder or QueueSort.HolderLast => found.Select(request => new QueueItem { Number = request.Number, Ball = request.Ball }),
        QueueSort.Asked or QueueSort.AskedLast => found.Select(request => new QueueItem { Number = request.Number, Asked = request.Candidates.Count(candidate => candidate.AskedAt != null) }),
        _ => found.Select(request => new QueueItem
        {
            Number = request.Number,
            Clock = new ClockFacts(request.State, request.SubmittedAt, request.DueAt, request.PausedMinutes, request.HeldAt, request.FirstAcceptedAt, request.NeededBy),
        }),
    };

    private static DateTime DueTime(QueueItem item, ListContext context) => item.Clock switch
    {
        { FirstAcceptedAt: not null, NeededBy: { } day } => QueueFacts.Midnight(day.AddDays(1), context.Zone),
        { DueAt: { } due } => due,
        _ => DateTime.MaxValue,
    };

    private static decimal Amount(QueueItem item) => item.AmountMinor is { } minor ? Currencies.ToMajor(minor, item.Currency ?? "EUR") : -1;
}
