using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>The list of deals.</summary>
[Route("opportunities")]
[Module(Modules.Opportunities)]
public sealed class OpportunitiesController(OpportunityQueries deals, DealStages stages) : Controller
{
    [HttpGet("")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(OpportunityFilter filter, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var page = await deals.PageAsync(filter.ToSearch(), viewer, ct);
        return View(new OpportunityList(filter, page, await stages.AllAsync(ct), viewer.Can(Right.SeeDealAmounts)));
    }
}
