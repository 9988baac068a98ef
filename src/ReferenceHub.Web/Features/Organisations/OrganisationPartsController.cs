using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Organisations;

/// <summary>Parts of the organisation page that are saved on their own.</summary>
[Route("/admin/organisation")]
[RequiresRight(Right.ManageOrganisation)]
public sealed class OrganisationPartsController(OrganisationAdministration organisation, ActivitySwitches switches) : Controller
{
    [HttpPost("activity-types")]
    public async Task<IActionResult> SwitchTypes(List<string> on, CancellationToken ct) =>
        Back(await switches.SetAsync(on, this.Viewer(), ct), "Saved. People can ask for the ticked types.");

    [HttpPost("legal")]
    public async Task<IActionResult> NameLegal(LegalForm form, CancellationToken ct) =>
        ModelState.IsValid
            ? Back(await organisation.NameLegalAsync(form.Name!, form.Email!, this.Viewer(), ct), $"{form.Name} is named for legal.")
            : Back(Outcome.Refuse(ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage), "");

    [HttpPost("legal/{id:guid}/removal")]
    public async Task<IActionResult> DropLegal(Guid id, CancellationToken ct) => Back(await organisation.DropLegalAsync(id, this.Viewer(), ct), "Removed.");

    private RedirectToActionResult Back(Outcome outcome, string done)
    {
        if (outcome.IsDone)
        {
            this.Say(done);
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return RedirectToAction("Show", "Organisation");
    }
}
