using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Upkeep;

/// <summary>The customers of one owner, or of nobody, to be given to somebody else.</summary>
public sealed record OwnerPage(Guid? OwnerId, string Owner, IReadOnlyList<OwnedCustomer> Customers, IReadOnlyList<PersonLine> People);

/// <summary>Gives an owner's customers, all or some, to another owner.</summary>
[Route("/references/owners")]
[RequiresRight(Right.EditAnyCustomer)]
public sealed class OwnersController(OwnerChange owners, PeopleQueries people, ReferenceFormQueries forms) : Controller
{
    /// <summary>The customers of this owner; of nobody without one.</summary>
    [HttpGet("{ownerId:guid?}")]
    public async Task<IActionResult> Show(Guid? ownerId, CancellationToken ct)
    {
        var name = ownerId is null ? "Nobody" : (await forms.ChoicesAsync(ownerId, ct)).Owners.FirstOrDefault(person => person.Id == ownerId)?.Name;
        return name is null
            ? NotFound()
            : View(new OwnerPage(ownerId, name, await owners.OfAsync(ownerId, this.Viewer(), ct), await people.ActiveAsync(Roles.None, ct)));
    }

    /// <summary>Gives those that are ticked away.</summary>
    [HttpPost("{ownerId:guid?}")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(Guid? ownerId, List<Guid> ids, Guid? toId, CancellationToken ct)
    {
        var outcome = await owners.GiveAsync(ids, toId, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            this.Warn(outcome.Refusal!);
            return Redirect($"/references/owners/{ownerId}");
        }

        this.Say($"{Words.Count(outcome.Value, "customer")} changed hands. Both sides get a mail.");
        return Redirect("/references/verification");
    }
}
