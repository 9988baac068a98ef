using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The form with chips, matches and promise of what is typed so far; changes nothing.</summary>
[Route("requests/preview")]
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class RequestPreviewController(RequestFormPages pages, RequestQueries requests) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Show(RequestForm form, int? corrected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid || !Request.IsHtmx())
        {
            await pages.ReadWordsAsync(form, this.Viewer(), ct);
        }

        ModelState.Clear();
        var sent = corrected is { } number ? await requests.DetailAsync(number, this.Viewer(), ct) : null;
        var page = await pages.ReadAsync(form, this.Viewer(), sent, ct);
        return Request.IsHtmx() ? PartialView("_Rail", page) : View("Form", page);
    }
}
