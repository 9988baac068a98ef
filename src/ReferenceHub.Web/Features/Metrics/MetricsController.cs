using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Metrics;

/// <summary>What the program earns and where it is stuck; every figure leads to its rows.</summary>
[Route("metrics")]
[Module(Modules.Metrics)]
[RequiresRight(Right.SeeMetrics)]
public sealed class MetricsController(MetricsQueries metrics, MetricsRows rows) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? period, string? activity, Guid? team, CancellationToken ct)
    {
        var page = await metrics.PageAsync(new MetricsFilter(period, activity, team), this.Viewer(), ct);
        return View(new MetricsView(page, this.Viewer().Can(Right.SeeAllRequests)));
    }

    [HttpGet("rows")]
    [RequiresRight(Right.SeeAllRequests)]
    public async Task<IActionResult> Rows(string? figure, string? period, string? activity, Guid? team, RequestState? state, int page = 1, CancellationToken ct = default)
    {
        var behind = await rows.ReadAsync(figure ?? "", new MetricsFilter(period, activity, team), state, Math.Clamp(page, 1, 10_000), this.Viewer(), ct);
        ViewData["Page"] = Math.Clamp(page, 1, 10_000);
        return View(behind);
    }
}
