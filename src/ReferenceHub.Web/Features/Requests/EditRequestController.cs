using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Going on with a draft, and correcting what a sent request asks for.</summary>
[Route("requests/{number:int}")]
public sealed class EditRequestController(RequestQueries requests, RequestFormPages pages, RequestDrafting drafting, IIds ids) : Controller
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int number, CancellationToken ct)
    {
        var request = await EditableAsync(number, ct);
        var form = RequestForm.Of(request.Need);
        form.FormId = ids.Next();
        form.Shown = NeedChanges.MarkOf(request.Need);
        if (request.State == RequestState.Draft)
        {
            (form.Draft, form.DraftVersion) = (number, request.Version);
        }

        return View("Form", await pages.ReadAsync(form, this.Viewer(), form.Draft is null ? request : null, ct));
    }

    [HttpPost("correction")]
    public async Task<IActionResult> Correct(int number, RequestForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var request = await EditableAsync(number, ct);
        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        if (form.Find is not null)
        {
            ModelState.Clear();
            return View("Form", await pages.ReadAsync(form, this.Viewer(), request, ct));
        }

        if (ModelState.IsValid)
        {
            var outcome = await drafting.CorrectAsync(number, form.ToNeed(), form.Shown ?? "", this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say("Corrected; it is on the timeline.");
                return LocalRedirect($"/requests/{number}");
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            if (outcome.Field == RequestDrafting.StaleField)
            {
                // The next time they have seen what is kept.
                request = await EditableAsync(number, ct);
                form.Shown = NeedChanges.MarkOf(request.Need);
            }
        }

        var page = View("Form", await pages.ReadAsync(form, this.Viewer(), request, ct));
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<RequestDetail> EditableAsync(int number, CancellationToken ct)
    {
        var request = await requests.DetailAsync(number, this.Viewer(), ct);
        if (!request.Drives)
        {
            throw new ForbiddenException("Only the requester and the program change what is needed.");
        }

        return request.State.IsEnd() ? throw new IllegalMoveException("This request has ended; what it asks for can't be changed any more.") : request;
    }
}
