using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>Entering a deal by hand.</summary>
[RequiresRight(Right.AskForReference)]
public sealed class OpportunityCreationController(OpportunityService service, OpportunityForms forms, OrganisationCache organisation) : Controller
{
    [HttpGet("opportunities/new")]
    public async Task<IActionResult> New(CancellationToken ct)
    {
        var form = new OpportunityForm { Currency = (await organisation.GetAsync(ct)).Currency, Stage = "qualify" };
        return await FormAsync(form, ct);
    }

    [HttpPost("opportunities")]
    public async Task<IActionResult> Create(OpportunityForm form, CancellationToken ct)
    {
        var choices = await forms.ChoicesAsync(this.Viewer(), ct);
        if (ModelState.IsValid && choices.Foreign(form) is { } foreign)
        {
            ModelState.AddModelError(foreign, "Choose one of the list.");
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(form, ct);
        }

        var outcome = await service.CreateAsync(form.ExternalId, form.ToFacts(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return await FormAsync(form, ct);
        }

        this.Say("Deal added.");
        return Redirect($"/opportunities/{outcome.Value}");
    }

    private async Task<IActionResult> FormAsync(OpportunityForm form, CancellationToken ct)
    {
        ViewData["Choices"] = await forms.ChoicesAsync(this.Viewer(), ct);
        return View("Form", form);
    }
}
