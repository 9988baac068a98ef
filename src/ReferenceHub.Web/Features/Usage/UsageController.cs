using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The load calendar.</summary>
[Route("/usage")]
[Module(Modules.Usage)]
[RequiresRight(Right.SeeUsage)]
public sealed class UsageController(LoadBoardQueries board) : Controller
{
    /// <summary>Customers × weeks.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(DateOnly? from, string? industry, string? region, string? activity, string? sort, int page, CancellationToken ct) =>
        View(await board.ReadAsync(new LoadFilter(from, industry, region, activity, sort, page), this.Viewer(), ct));
}
