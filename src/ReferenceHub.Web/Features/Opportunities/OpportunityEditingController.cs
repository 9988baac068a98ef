using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>Correcting a deal; for its owner and the program manager.</summary>
[Route("opportunities/{id:guid}/edit")]
[RequiresRight(Right.AskForReference)]
public sealed class OpportunityEditingController(OpportunityQueries deals, OpportunityService service, OpportunityForms forms) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var deal = await EditableAsync(id, ct);
        return await FormAsync(deal, OpportunityForm.Of(deal), ct);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid id, OpportunityForm form, CancellationToken ct)
    {
        var deal = await EditableAsync(id, ct);
        var choices = await forms.ChoicesAsync(this.Viewer(), ct, deal.Facts);
        if (ModelState.IsValid && choices.Foreign(form) is { } foreign)
        {
            ModelState.AddModelError(foreign, "Choose one of the list.");
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(deal, form, ct);
        }

        await service.ChangeAsync(id, form.Version, form.ToFacts(), this.Viewer(), ct);
        this.Say("Deal saved.");
        return Redirect($"/opportunities/{id}");
    }

    private async Task<OpportunityDetail> EditableAsync(Guid id, CancellationToken ct)
    {
        var deal = await deals.DetailAsync(id, this.Viewer(), ct);
        return deal.MayEdit ? deal : throw new ForbiddenException("Only its owner and the program manager change a deal.");
    }

    private async Task<IActionResult> FormAsync(OpportunityDetail deal, OpportunityForm form, CancellationToken ct)
    {
        ViewData["Choices"] = await forms.ChoicesAsync(this.Viewer(), ct, deal.Facts);
        ViewData["Deal"] = deal;
        return View("Form", form);
    }
}
