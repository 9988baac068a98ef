using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The sheet that each side reads before a use; made to be printed.</summary>
[Route("requests/{number:int}/briefing")]
public sealed class BriefingController(Briefings briefings) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int number, Guid? candidate, string? side, CancellationToken ct) =>
        View("Briefing", new BriefingPage(await briefings.OfAsync(number, candidate, this.Viewer(), ct), side == "prospect"));
}

/// <summary>A briefing for one side.</summary>
/// <param name="Sheet">What is to be known.</param>
/// <param name="ForProspect">For the prospect; else for the reference.</param>
public sealed record BriefingPage(Briefing Sheet, bool ForProspect);
