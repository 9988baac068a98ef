using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Editions;

/// <summary>Something done with a version of the policies. Refused, it shows the version's page as it is by now, with what was typed.</summary>
[Module(Modules.Usage)]
[RequiresRight(Right.SetLimits)]
public abstract class EditionVerb(EditionPages pages) : Controller
{
    /// <summary>Does it and says so; then leads to the version, or to where it says.</summary>
    protected async Task<IActionResult> DoAsync(
        Guid editionId, Func<Viewer, Task<Outcome>> deed, string done, CancellationToken ct, HeldBackForm? held = null, StartEditionForm? start = null, string? then = null)
    {
        if (ModelState.IsValid && await IsDoneAsync(deed))
        {
            this.Say(done);
            return Redirect(then ?? $"/usage/policies/versions/{editionId}");
        }

        ModelState.Remove(nameof(PolicyEdition.Version));
        return View("/Features/Usage/Editions/Show.cshtml", await pages.OfAsync(editionId, held, start, this.Viewer(), ct));
    }

    private async Task<bool> IsDoneAsync(Func<Viewer, Task<Outcome>> deed)
    {
        try
        {
            var outcome = await deed(this.Viewer());
            if (outcome.IsDone)
            {
                return true;
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }
        catch (Exception refused) when (refused is StaleVersionException or IllegalMoveException)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return false;
    }
}
