using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>Deals that a request may name, for the picker: options of a select, or JSON.</summary>
[Route("opportunities/options")]
[RequiresRight(Right.AskForReference)]
public sealed class OpportunityOptionsController(OpportunityQueries deals) : Controller
{
    [HttpGet("")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Show(string? opportunityQuery, string? q, string? field, Guid? chosen, CancellationToken ct)
    {
        var picked = chosen ?? (Guid.TryParse(Request.Query[field ?? ""].ToString(), out var id) ? id : null);
        var options = await deals.OptionsAsync(opportunityQuery ?? q, picked, this.Viewer(), ct);
        return Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase)
            ? Json(options)
            : PartialView("_Options", (options, picked));
    }
}
