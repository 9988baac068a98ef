using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Keeping what was typed so far.</summary>
[Route("requests/drafts")]
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class DraftsController(RequestFormPages pages, RequestDrafting drafting) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Save(RequestForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        if (ModelState.IsValid)
        {
            var outcome = form.Draft is { } number
                ? await drafting.SaveAsync(number, form.ToNeed(), this.Viewer(), ct)
                : await drafting.DraftAsync(form.ToNeed(), this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say("Draft kept. Only you see it.");
                return LocalRedirect("/requests?tab=drafts");
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        var page = View("Form", await pages.ReadAsync(form, this.Viewer(), null, true, ct));
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
