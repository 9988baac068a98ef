using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Organisations;

/// <summary>Who we are, what is switched on, who answers for legal, and what is left to set up.</summary>
[Route("/admin/organisation")]
[RequiresRight(Right.ManageOrganisation)]
public sealed class OrganisationController(OrganisationAdministration organisation, FirstRunChecklist checklist, ActivityTypeQueries types) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var row = await organisation.FindAsync(this.Viewer(), ct);
        return await PageAsync(
            new OrganisationForm
            {
                Name = row.Name,
                ZoneId = row.ZoneId,
                Currency = row.Currency,
                FiscalYearStart = row.FiscalYearStart,
                VerifyEveryDays = row.VerifyEveryDays,
                RepsMayExport = row.RepsMayExport,
                RepExportMost = row.RepExportMost,
                Modules = ModuleWords.Names(row.Modules),
                Version = row.Version,
            },
            ct);
    }

    [HttpPost]
    public async Task<IActionResult> Save(OrganisationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(form, ct);
        }

        var outcome = await organisation.EditAsync(form.Version, form.Facts(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return await PageAsync(form, ct);
        }

        this.Say("Saved.");
        return RedirectToAction(nameof(Show));
    }

    internal async Task<IActionResult> PageAsync(OrganisationForm form, CancellationToken ct)
    {
        ViewData["Types"] = await types.AllAsync(ct);
        ViewData["Legal"] = await organisation.LegalAsync(ct);
        ViewData["Checklist"] = await checklist.ReadAsync(ct);
        return View("Show", form);
    }
}
