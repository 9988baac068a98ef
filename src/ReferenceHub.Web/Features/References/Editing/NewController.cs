using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>Adds a customer.</summary>
[Route("/references/new")]
[RequiresRight(Right.EditAnyCustomer)]
public sealed class NewController(CustomerService customers, ReferenceFormQueries forms) : Controller
{
    /// <summary>The empty form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(CancellationToken ct) => View(await PageAsync(new CustomerEdit { OwnerId = this.Viewer().UserId }, false, ct));

    /// <summary>Adds it.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(CustomerEdit edit, bool sameNameIsFine, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View(await PageAsync(edit, sameNameIsFine, ct));
        }

        var outcome = await customers.CreateAsync(edit, sameNameIsFine, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(await PageAsync(edit, sameNameIsFine || outcome.Field == nameof(CustomerEdit.Name), ct));
        }

        this.Say("Added. Next: who may be asked, what they run, and what they have agreed to.");
        return Redirect($"/references/{outcome.Value}");
    }

    private async Task<CustomerEditPage> PageAsync(CustomerEdit edit, bool sameNameKnown, CancellationToken ct) =>
        new(null, "New customer", edit, new EditTrail(), await forms.ChoicesAsync(edit.OwnerId, ct), true) { SameNameKnown = sameNameKnown };
}
