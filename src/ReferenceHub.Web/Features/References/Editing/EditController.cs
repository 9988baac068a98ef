using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>Edits a customer's record.</summary>
[Route("/references/{id:guid}/edit")]
public sealed class EditController(CustomerService customers, ReferenceFormQueries forms) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var (edit, version, name) = await customers.ReadAsync(id, this.Viewer(), ct);
        return View(await PageAsync(id, name, edit, EditTrail.Of(edit, version), ct));
    }

    /// <summary>Saves it.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, CustomerEdit edit, EditTrail trail, CancellationToken ct)
    {
        var (_, _, name) = await customers.ReadAsync(id, this.Viewer(), ct);
        var page = await PageAsync(id, name, edit, trail, ct);
        if (!ModelState.IsValid)
        {
            return View(page);
        }

        var outcome = await customers.EditAsync(id, edit, trail.ToMark<CustomerEdit>(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            return this.Again(outcome, page, (page, clash) => page.Met(clash));
        }

        this.Say("Saved.");
        return Redirect($"/references/{id}");
    }

    private async Task<CustomerEditPage> PageAsync(Guid id, string name, CustomerEdit edit, EditTrail trail, CancellationToken ct) =>
        new(id, name, edit, trail, await forms.ChoicesAsync(edit.OwnerId, ct), this.Viewer().Can(Right.EditAnyCustomer));
}
