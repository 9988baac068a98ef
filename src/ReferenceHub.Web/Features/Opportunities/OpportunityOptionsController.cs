using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>Deals that a request may name, for the picker: the hits below its box, or JSON.</summary>
[Route("opportunities/options")]
[RequiresRight(Right.AskForReference)]
public sealed class OpportunityOptionsController(OpportunityQueries deals) : Controller
{
    [HttpGet("")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Show(string? opportunityQuery, string? q, CancellationToken ct)
    {
        var words = (opportunityQuery ?? q ?? "").Trim();
        var options = await deals.OptionsAsync(words, null, this.Viewer(), ct);
        return Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase) ? Json(options) : PartialView("_Hits", (options, words));
    }
}
