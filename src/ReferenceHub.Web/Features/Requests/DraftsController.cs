using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Keeping what was typed so far, by the button or while it is typed, and throwing it away.</summary>
[Route("requests/drafts")]
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class DraftsController(RequestFormPages pages, RequestDrafts drafts, TimeProvider clock) : Controller
{
    /// <summary>Keeps a form as a draft.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(RequestForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Request.IsHtmx())
        {
            return await KeepAsync(form, ct);
        }

        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        if (ModelState.IsValid)
        {
            var kept = await drafts.KeepAsync(form.ToSend(), this.Viewer(), ct);
            if (kept.IsDone)
            {
                this.Say("Draft kept. Only you see it.");
                return LocalRedirect("/requests?tab=drafts");
            }

            ModelState.AddModelError(kept.Field ?? "", kept.Refusal!);
        }

        var page = View("Form", (await pages.ReadAsync(form, this.Viewer(), null, ct)).NotKept());
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>Throws a draft away.</summary>
    [HttpPost("{number:int}/removal")]
    public async Task<IActionResult> Remove(int number, CancellationToken ct)
    {
        await drafts.RemoveAsync(number, this.Viewer(), ct);
        this.Say($"Draft #{number} is thrown away.");
        return LocalRedirect("/requests?tab=drafts");
    }

    // While it is typed: the line below the form says what was kept, and the address becomes that of the draft.
    private async Task<IActionResult> KeepAsync(RequestForm form, CancellationToken ct)
    {
        if (!form.HoldsAnything)
        {
            return NoContent();
        }

        if (!ModelState.IsValid)
        {
            var wrong = ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).First(words => words.Length > 0);
            return PartialView("_DraftState", new DraftState(form.Draft, form.DraftVersion) { Refusal = wrong });
        }

        try
        {
            var kept = await drafts.KeepAsync(form.ToSend(), this.Viewer(), ct);
            ModelState.Clear();
            if (!kept.IsDone)
            {
                return PartialView("_DraftState", (await pages.StateAsync(form, this.Viewer(), ct)) with { Refusal = kept.Refusal });
            }

            if (form.Draft is null)
            {
                Response.Headers["HX-Replace-Url"] = $"/requests/{kept.Value!.Number}/edit";
            }

            return PartialView("_DraftState", new DraftState(kept.Value!.Number, kept.Value.Version) { KeptAt = clock.UtcNow() });
        }
        catch (Exception gone) when (gone is IllegalMoveException or MissingException)
        {
            return PartialView("_DraftState", new DraftState(form.Draft, form.DraftVersion) { Refusal = gone is MissingException ? "this draft was thrown away in another window. Copy what you need." : gone.Message });
        }
    }
}
