using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Users;

/// <summary>People with accounts: list, invite, change.</summary>
[Route("/admin/users")]
[RequiresRight(Right.ManagePeople)]
public sealed class UsersController(UserQueries queries, PeopleAdministration people, PeopleQueries choices) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? q, Roles role, PeopleFilter show, int page, CancellationToken ct)
    {
        ViewData["Query"] = q;
        ViewData["Role"] = role;
        ViewData["Show"] = show;
        return View(await queries.PageAsync(q, role, show, page, this.Viewer(), ct));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct)
    {
        ViewData["Teams"] = await queries.TeamsAsync(ct);
        return View(new InvitationForm { Roles = [nameof(Roles.Rep)] });
    }

    [HttpPost]
    public async Task<IActionResult> Invite(InvitationForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await people.InviteAsync(form.Email!, form.Facts(), this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say($"{form.Name} is invited; the mail is on its way to {form.Email}.");
                return RedirectToAction(nameof(Index));
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        ViewData["Teams"] = await queries.TeamsAsync(ct);
        return View("New", form);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var person = await queries.DetailAsync(id, this.Viewer(), ct);
        return await PageAsync(person, new PersonForm { Name = person.Name, Roles = RoleWords.Names(person.Roles), TeamId = person.TeamId, Version = person.Version }, ct);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, PersonForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await people.EditAsync(id, form.Version, form.Facts(), this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say("Saved. Roles hold from the person's next click on.");
                return RedirectToAction(nameof(Show), new { id });
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        return await PageAsync(await queries.DetailAsync(id, this.Viewer(), ct), form, ct);
    }

    private async Task<IActionResult> PageAsync(UserDetail person, PersonForm form, CancellationToken ct)
    {
        ViewData["Person"] = person;
        ViewData["Teams"] = await queries.TeamsAsync(ct);
        ViewData["Heirs"] = await choices.ActiveAsync(Roles.None, ct);
        return View("Show", form);
    }
}
