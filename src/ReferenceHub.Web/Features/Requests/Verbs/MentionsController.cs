using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>People to mention in a comment, by the letters typed after the @.</summary>
[Route("requests/{number:int}/people")]
[EnableRateLimiting(RateLimits.Search)]
public sealed class MentionsController(RequestComments comments) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Pick(int number, string? q, CancellationToken ct) => PartialView("_People", await comments.PickAsync(number, q, this.Viewer(), ct));
}
