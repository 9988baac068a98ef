using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Editions;

/// <summary>Drafts of the policies.</summary>
[Route("/usage/policies/versions")]
[Module(Modules.Usage)]
[RequiresRight(Right.SetLimits)]
public sealed class EditionDraftsController(PolicyQueries queries, OwnLimitQueries own, EditionService editions) : Controller
{
    /// <summary>Makes a draft with a copy of every policy of another version.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Draft(DraftEditionForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var drafted = await editions.DraftAsync(form.Name!, form.Like, this.Viewer(), ct);
            if (drafted.IsDone)
            {
                this.Say("Drafted. It binds nobody until it starts: change it, try it out, then give it a day.");
                return Redirect($"/usage/policies/versions/{drafted.Value}");
            }

            ModelState.AddModelError(drafted.Field ?? "", drafted.Refusal!);
        }

        return View("/Features/Usage/Policies/Index.cshtml", new PoliciesPage(await queries.ListAsync(null, this.Viewer(), ct), await own.ReadAsync(1, this.Viewer(), ct)));
    }
}
