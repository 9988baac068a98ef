using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>Requests as their lists show them.</summary>
public sealed class RequestExport(ReferenceHubDbContext db, MyRequests mine, QueueQueries queue, ExportRights rights)
{
    private static readonly ExportColumn[] Columns =
    [
        new("Request", 10), new("Activity type"), new("Prospect", 30), new("Need", 50), new("Requester", 24), new("State", 14), new("Waits for", 14), new("Assigned to", 24), new("Wanted", 10),
        new("Asked", 10), new("Said yes", 10), new("Amount", 14), new("Currency", 10), new("Due", 18), new("Needed by", 12), new("Made on", 18), new("Ended on", 18), new("Why it ended", 40),
    ];

    private static readonly ExportColumn[] AskColumns =
    [
        new("Request", 10), new("Activity type"), new("Prospect", 30), new("Requester", 24), new("Customer", 36), new("Contact", 24), new("State", 16), new("Answer due", 18), new("Takes place", 18),
    ];

    /// <summary>A tab of one's own requests.</summary>
    public async Task<ExportTable> MineAsync(MyTab tab, Viewer viewer, CancellationToken ct)
    {
        if (tab == MyTab.Asks)
        {
            return await AsksAsync(viewer, ct);
        }

        ExportRights.Must(tab == MyTab.Following ? ExportRights.OfOthers(viewer) : await rights.OfOwnRequestsAsync(viewer, ct));
        return await TableAsync("My requests", await mine.NumbersAsync(tab, viewer, ct), (numbers, token) => mine.RowsAsync(numbers, viewer, token), ct);
    }

    /// <summary>A view of the queue.</summary>
    public async Task<ExportTable> QueueAsync(QueueFilter filter, Viewer viewer, CancellationToken ct)
    {
        ExportRights.Must(ExportRights.OfOthers(viewer));
        return await TableAsync("Requests", await queue.NumbersAsync(filter, viewer, ct), (numbers, token) => queue.RowsAsync(numbers, viewer, token), ct);
    }

    // Asks for customers one owns are one's own business, whatever role one has.
    private async Task<ExportTable> AsksAsync(Viewer viewer, CancellationToken ct)
    {
        var asks = (await mine.PageAsync(MyTab.Asks, null, viewer, ct)).Asks;
        var zone = await db.ProgramZoneAsync(ct);
        return new ExportTable("Asks for my customers", AskColumns, asks.Count, asks.Select(ask => (ExportCell[])
        [
            ask.Number, ask.ActivityName, ask.Prospect, ask.Requester, ask.Customer, ask.Contact, ask.State.InWords(), Local(ask.ReplyDueAt, zone), Local(ask.ScheduledFor, zone),
        ]).ToAsyncEnumerable());
    }

    private async Task<ExportTable> TableAsync(string title, IReadOnlyList<int> numbers, Func<int[], CancellationToken, Task<IReadOnlyList<RequestRow>>> read, CancellationToken ct)
    {
        var zone = await db.ProgramZoneAsync(ct);
        return new ExportTable(title, Columns, numbers.Count, Chunks.OneEach(numbers, async (some, token) => (await read(some, token)).ToDictionary(row => row.Number, row => Row(row, zone)), ct));
    }

    private static ExportCell[] Row(RequestRow row, string zone) =>
    [
        row.Number, row.ActivityName, row.Prospect, row.Need, row.Requester, row.State.InWords(), row.State.IsOpen() ? row.Ball?.ToString() : null, row.Assignee, row.Wanted,
        row.Candidates.Asked, row.Candidates.Yes, row.AmountMinor is { } minor && row.Currency is { } currency ? Currencies.ToMajor(minor, currency) : (decimal?)null, row.AmountMinor is null ? null : row.Currency,
        Local(row.Due?.DueAt, zone), row.NeededBy, Local(row.CreatedAt, zone), Local(row.EndedAt, zone), row.EndReason,
    ];

    private static ExportCell Local(DateTime? utc, string zone) => ExportCell.Moment(utc is { } at ? Zones.LocalIn(zone, at) : null);
}
