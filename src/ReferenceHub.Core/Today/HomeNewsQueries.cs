using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Today;

/// <summary>What is new for a person: steps of requests they may see, new references, new content.</summary>
public sealed class HomeNewsQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int Most = 8;
    private const int Days = 30;

    private static readonly RequestEventKind[] Told =
        [RequestEventKind.Accepted, RequestEventKind.Scheduled, RequestEventKind.Completed, RequestEventKind.Held, RequestEventKind.Submitted];

    /// <summary>The latest, newest first.</summary>
    public async Task<IReadOnlyList<HomeNews>> LatestAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var now = clock.UtcNow();
        var since = now.AddDays(-Days);
        var today = await db.ProgramDayAsync(now, ct);
        return
        [
            .. (await StepsAsync(viewer, since, ct))
                .Concat(await ReferencesAsync(viewer, now, since, ct))
                .Concat(await ContentAsync(viewer, now, today, ct))
                .OrderByDescending(news => news.At).Take(Most),
        ];
    }

    private async Task<IEnumerable<HomeNews>> StepsAsync(Viewer viewer, DateTime since, CancellationToken ct)
    {
        var me = viewer.UserId;
        var steps = await db.RequestEvents.AsNoTracking()
            .Where(line => line.At >= since && Told.Contains(line.Kind) && line.ActorId != me)
            .Join(
                db.Requests.VisibleTo(viewer, db),
                line => line.RequestId,
                request => request.Id,
                (line, request) => new { request.Number, line.At, line.Kind, Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name })
            .OrderByDescending(line => line.At).Take(Most).ToListAsync(ct);
        return steps.Select(line => new HomeNews(line.At, $"{line.Prospect ?? "A request"}: {InWords(line.Kind)}", "message-2", $"/requests/{line.Number.ToString(CultureInfo.InvariantCulture)}"));
    }

    private async Task<IEnumerable<HomeNews>> ReferencesAsync(Viewer viewer, DateTime now, DateTime since, CancellationToken ct)
    {
        var made = await db.Customers.AsNoTracking().Present().NamedFor(viewer, db, now)
            .Where(customer => customer.CreatedAt >= since && customer.Status == ReferenceStatus.Active)
            .OrderByDescending(customer => customer.CreatedAt).Take(Most)
            .Select(customer => new { customer.Id, customer.Name, customer.CreatedAt }).ToListAsync(ct);
        return made.Select(row => new HomeNews(row.CreatedAt, $"New reference: {row.Name}", "building", $"/references/{row.Id}"));
    }

    private async Task<IEnumerable<HomeNews>> ContentAsync(Viewer viewer, DateTime now, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-Days);
        var named = db.Customers.Present().NamedFor(viewer, db, now);
        var made = await db.Assets.AsNoTracking()
            .Where(asset => asset.PublishedOn >= since).UsableOn(today, db)
            .Where(asset => named.Any(customer => customer.Id == asset.CustomerId))
            .OrderByDescending(asset => asset.PublishedOn).Take(Most)
            .Select(asset => new { asset.Id, asset.Kind, asset.Title, asset.PublishedOn }).ToListAsync(ct);
        return made.Select(row => new HomeNews(row.PublishedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), $"New {row.Kind.ToString().ToLowerInvariant()}: {row.Title}", "file-text", $"/content/{row.Id}"));
    }

    private static string InWords(RequestEventKind kind) => kind switch
    {
        RequestEventKind.Accepted => "a reference said yes",
        RequestEventKind.Scheduled => "a date is set",
        RequestEventKind.Completed => "held",
        RequestEventKind.Held => "put on hold with a question",
        _ => "sent",
    };
}
