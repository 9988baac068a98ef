using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Teams;

/// <summary>Teams: list, make, change.</summary>
[Route("/admin/teams")]
[RequiresRight(Right.ManagePeople)]
public sealed class TeamsController(TeamAdministration teams, PeopleQueries people) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await teams.ListAsync(this.Viewer(), ct));

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken ct) => PageAsync(null, new TeamForm(), ct);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var team = await teams.FindAsync(id, this.Viewer(), ct);
        return await PageAsync(id, new TeamForm { Name = team.Name, RegionKey = team.RegionKey, ManagerId = team.ManagerId, CalendarId = team.CalendarId, Version = team.Version }, ct);
    }

    [HttpPost]
    public Task<IActionResult> Create(TeamForm form, CancellationToken ct) => SaveAsync(null, form, ct);

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Save(Guid id, TeamForm form, CancellationToken ct) => SaveAsync(id, form, ct);

    private async Task<IActionResult> SaveAsync(Guid? id, TeamForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await teams.SaveAsync(id, form.Version, form.Facts(), this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say("Saved.");
                return RedirectToAction(nameof(Index));
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        return await PageAsync(id, form, ct);
    }

    private async Task<IActionResult> PageAsync(Guid? id, TeamForm form, CancellationToken ct)
    {
        ViewData["Id"] = id;
        ViewData["Regions"] = (await teams.RegionsAsync(ct)).Select(region => new SelectListItem(region.Name, region.Key)).ToList();
        ViewData["Calendars"] = (await teams.CalendarsAsync(ct)).Select(calendar => new SelectListItem(calendar.Name, calendar.Id.ToString())).ToList();
        ViewData["Managers"] = (await people.ActiveAsync(Roles.None, ct)).Select(person => new SelectListItem(person.Name, person.Id.ToString())).ToList();
        return View("Edit", form);
    }
}
