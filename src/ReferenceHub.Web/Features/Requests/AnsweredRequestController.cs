using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Content chosen beside the form: the ask is made for its deal and closed at once.</summary>
[Route("requests/new/content/{assetId:guid}")]
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class AnsweredRequestController(RequestFormPages pages, ContentChoices choices) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(RequestForm form, Guid assetId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        if (ModelState.IsValid)
        {
            var closed = await choices.InsteadAsync(form.ToSend(), assetId, this.Viewer(), ct);
            if (closed.IsDone)
            {
                this.Say("Answered with content; it stands beside the opportunity. Share it with the prospect from there.");
                return LocalRedirect($"/requests/{closed.Value}");
            }

            ModelState.AddModelError(closed.Field ?? "", closed.Refusal!);
        }

        var page = View("Form", (await pages.ReadAsync(form, this.Viewer(), null, ct)).NotSent());
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
