using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Metrics;

/// <summary>The figures whose rows can be looked at, by the key used in addresses.</summary>
public static class MetricsFigures
{
    /// <summary>Requests that ended in the period.</summary>
    public const string Fulfilment = "fulfilment";

    /// <summary>Requests that content answered in the period.</summary>
    public const string Deflected = "deflected";

    /// <summary>Requests whose first yes came in the period.</summary>
    public const string Turnaround = "turnaround";

    /// <summary>Requests that count for target compliance.</summary>
    public const string Compliance = "compliance";

    /// <summary>Open requests.</summary>
    public const string Open = "open";

    /// <summary>Influenced won deals.</summary>
    public const string Revenue = "revenue";

    /// <summary>Influenced open deals.</summary>
    public const string Pipeline = "pipeline";

    /// <summary>Figures with their words.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Fulfilment] = "Requests that ended",
        [Deflected] = "Deflected requests",
        [Turnaround] = "Requests with a first yes",
        [Compliance] = "Requests that count for the promise",
        [Open] = "Open requests",
        [Revenue] = "Won deals with a reference",
        [Pipeline] = "Open deals with a reference",
    };
}

/// <summary>One request behind a figure; turnaround in business minutes.</summary>
public sealed record MetricsRequestRow(int Number, string ActivityKey, string? Opportunity, string Requester, RequestState State, DateTime SubmittedAt, int? TurnaroundMinutes, bool? InTime, DateTime? EndedAt)
{
    /// <summary>The content that answered it.</summary>
    public ChosenContent? Content { get; init; }

    /// <summary>What was said to answer it, where no piece was named.</summary>
    public string? Answer { get; init; }

    internal Guid? ContentId { get; init; }
}

/// <summary>One deal behind a figure; amount in minor units.</summary>
public sealed record MetricsDealRow(Guid Id, string ExternalId, string Name, long? AmountMinor, string Currency, DateOnly? ClosesOn);

/// <summary>A page of the rows behind a figure: requests or deals, with how many there are in all.</summary>
public sealed record MetricsRowsPage(string Figure, MetricsPeriod Period, int Total, IReadOnlyList<MetricsRequestRow> Requests, IReadOnlyList<MetricsDealRow> Deals);

/// <summary>Reads the rows behind a figure, for those who may see every request and amount.</summary>
public sealed class MetricsRows(ReferenceHubDbContext db, TimeProvider clock, ContentAnswers content)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page of rows.</summary>
    public async Task<MetricsRowsPage> ReadAsync(string figure, MetricsFilter filter, RequestState? state, int page, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.SeeMetrics);
        viewer.MustHave(Right.SeeAllRequests);
        viewer.MustHave(Right.SeeDealAmounts);
        if (!MetricsFigures.Words.ContainsKey(figure))
        {
            throw new MissingException("figure");
        }

        var zone = await db.ProgramZoneAsync(ct);
        var period = MetricsPeriods.Of(filter.Period, Zones.DateIn(zone, clock.UtcNow()), zone);
        return figure is MetricsFigures.Revenue or MetricsFigures.Pipeline
            ? await DealsAsync(figure, filter, period, page, ct)
            : await RequestsAsync(figure, filter, period, state, page, viewer, ct);
    }

    private async Task<MetricsRowsPage> DealsAsync(string figure, MetricsFilter filter, MetricsPeriod period, int page, CancellationToken ct)
    {
        var deals = figure == MetricsFigures.Revenue
            ? RevenueQuery.Influenced(db, filter, period, DealOutcome.Won)
            : RevenueQuery.Influenced(db, filter, null, DealOutcome.Open);
        var rows = await deals.OrderByDescending(deal => deal.ClosesOn).ThenBy(deal => deal.ExternalId)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(deal => new MetricsDealRow(deal.Id, deal.ExternalId, deal.Name, deal.AmountMinor, deal.Currency, deal.ClosesOn))
            .ToListAsync(ct);
        return new MetricsRowsPage(figure, period, await deals.CountAsync(ct), [], rows);
    }

    private async Task<MetricsRowsPage> RequestsAsync(string figure, MetricsFilter filter, MetricsPeriod period, RequestState? state, int page, Viewer viewer, CancellationToken ct)
    {
        var requests = Behind(figure, filter.Narrow(db.Requests.AsNoTracking()), period.Start, period.End);
        if (state is { } only)
        {
            requests = requests.Where(request => request.State == only);
        }

        var rows = await requests.OrderByDescending(request => request.Number)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(request => new MetricsRequestRow(
                request.Number,
                request.ActivityKey,
                request.Opportunity!.Name,
                request.Requester!.Name,
                request.State,
                request.SubmittedAt!.Value,
                request.TurnaroundMinutes,
                request.FirstAcceptedAt == null ? null : request.FirstAcceptedAt <= request.OriginalDueAt,
                request.EndedAt)
            {
                ContentId = request.ContentId,
                Answer = request.State == RequestState.Deflected ? request.EndReason : null,
            })
            .ToListAsync(ct);
        var named = await content.NamesAsync([.. rows.Select(row => row.ContentId).OfType<Guid>().Distinct()], viewer, ct);
        return new MetricsRowsPage(
            figure, period, await requests.CountAsync(ct), [.. rows.Select(row => row.ContentId is { } asset ? row with { Content = named.GetValueOrDefault(asset) } : row)], []);
    }

    private static IQueryable<ReferenceRequest> Behind(string figure, IQueryable<ReferenceRequest> sent, DateTime start, DateTime end) => figure switch
    {
        MetricsFigures.Open => sent.Where(request => RequestStates.Open.Contains(request.State)),
        MetricsFigures.Deflected => sent.Where(request => request.EndedAt >= start && request.EndedAt < end && request.State == RequestState.Deflected),
        MetricsFigures.Turnaround => sent.Where(request => request.FirstAcceptedAt >= start && request.FirstAcceptedAt < end),
        MetricsFigures.Compliance => sent.Where(request => (request.FirstAcceptedAt >= start && request.FirstAcceptedAt < end)
            || (request.FirstAcceptedAt == null && request.EndedAt >= start && request.EndedAt < end
                && (request.State == RequestState.Unfulfilled || request.State == RequestState.Expired))),
        _ => sent.Where(request => request.EndedAt >= start && request.EndedAt < end
            && (request.State == RequestState.Completed || request.State == RequestState.Unfulfilled || request.State == RequestState.Expired)),
    };
}
