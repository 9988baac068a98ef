using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>One request; those who may not see it get 404.</summary>
[Route("requests/{number:int}")]
public sealed class RequestController(RequestPages pages) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int number, string? open, string? find, string? relaxed, CancellationToken ct) =>
        View("Show", await pages.ReadAsync(number, this.Viewer(), find is null && relaxed is null ? open : "add", null, ct, find, relaxed: relaxed));
}
