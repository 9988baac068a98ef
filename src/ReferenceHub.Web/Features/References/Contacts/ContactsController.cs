using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Contacts;

/// <summary>A contact's form with its choices.</summary>
public sealed record ContactPage(Guid CustomerId, Guid? ContactId, string CustomerName, ContactEdit Edit, EditTrail Trail, TermBook Terms)
{
    /// <summary>Fields to choose in.</summary>
    public IReadOnlyList<EditConflict> Conflicts { get; init; } = [];

    /// <summary>The same page after another edit got there first.</summary>
    public ContactPage Met(EditClash<ContactEdit> clash) => this with { Edit = clash.Mine, Trail = EditTrail.Of(clash.Saved, clash.Version), Conflicts = clash.Conflicts };
}

/// <summary>People at a customer.</summary>
[Route("/references/{id:guid}/contacts")]
public sealed class ContactsController(ContactService contacts, CustomerService customers, ReferenceFormQueries forms) : Controller
{
    /// <summary>The empty form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => View(await PageAsync(id, null, new ContactEdit(), new EditTrail(), ct));

    /// <summary>Adds a contact.</summary>
    [HttpPost("new")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, ContactEdit edit, CancellationToken ct)
    {
        var page = await PageAsync(id, null, edit, new EditTrail(), ct);
        if (!ModelState.IsValid)
        {
            return View(page);
        }

        await contacts.AddAsync(id, edit, this.Viewer(), ct);
        this.Say($"Added {edit.Name}.");
        return Redirect($"/references/{id}?tab=contacts");
    }

    /// <summary>The form of a contact.</summary>
    [HttpGet("{contactId:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, Guid contactId, CancellationToken ct)
    {
        var (edit, version) = await contacts.ReadAsync(id, contactId, this.Viewer(), ct);
        return View(await PageAsync(id, contactId, edit, EditTrail.Of(edit, version), ct));
    }

    /// <summary>Saves a contact.</summary>
    [HttpPost("{contactId:guid}/edit")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, Guid contactId, ContactEdit edit, EditTrail trail, CancellationToken ct)
    {
        var page = await PageAsync(id, contactId, edit, trail, ct);
        if (!ModelState.IsValid)
        {
            return View(page);
        }

        var outcome = await contacts.EditAsync(id, contactId, edit, trail.ToMark<ContactEdit>(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            return this.Again(outcome, page, (page, clash) => page.Met(clash));
        }

        this.Say("Saved.");
        return Redirect($"/references/{id}?tab=contacts");
    }

    /// <summary>How to reach a contact; every look is logged, so it is a POST.</summary>
    [HttpPost("{contactId:guid}/details")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Details(Guid id, Guid contactId, CancellationToken ct)
    {
        var details = await contacts.RevealAsync(id, contactId, this.Viewer(), ct);
        return Request.IsHtmx() ? PartialView("_Details", details) : View(details);
    }

    private async Task<ContactPage> PageAsync(Guid id, Guid? contactId, ContactEdit edit, EditTrail trail, CancellationToken ct)
    {
        var (_, _, name) = await customers.ReadAsync(id, this.Viewer(), ct);
        return new ContactPage(id, contactId, name, edit, trail, (await forms.ChoicesAsync(null, ct)).Terms);
    }
}
