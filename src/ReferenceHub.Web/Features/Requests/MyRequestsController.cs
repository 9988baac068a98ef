using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>One's own requests: open, drafts, ended, and asks for customers one owns.</summary>
[Route("requests")]
public sealed class MyRequestsController(MyRequests requests) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tab, int? after, CancellationToken ct)
    {
        var chosen = tab switch { "drafts" => MyTab.Drafts, "ended" => MyTab.Ended, "asks" => MyTab.Asks, _ => MyTab.Open };
        return View("Mine", (chosen, await requests.PageAsync(chosen, after, this.Viewer(), ct)));
    }
}
