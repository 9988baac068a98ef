using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>Days away and who stands in: one's own, and colleagues' for those who may note them.</summary>
[Route("/account/absence")]
public sealed class AbsenceController(Absences absences) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("Index", new AbsenceShown(await absences.PageAsync(this.Viewer(), ct), new AbsenceForm(), null));

    [HttpPost("")]
    public async Task<IActionResult> Create(AbsenceForm form, CancellationToken ct) =>
        await DoneAsync(form, null, () => absences.NoteAsync(form.ToFacts(), this.Viewer(), ct), "Noted.", ct);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var page = await absences.PageAsync(this.Viewer(), ct);
        var line = page.Mine.Concat(page.MayNoteForOthers ? page.ForOthers.Concat(page.Others) : []).FirstOrDefault(line => line.Id == id) ?? throw new MissingException("absence");
        return View("Index", new AbsenceShown(page, AbsenceForm.Of(line), line));
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, AbsenceForm form, CancellationToken ct) =>
        await DoneAsync(form, id, () => absences.ChangeAsync(id, form.Version, form.ToFacts(), this.Viewer(), ct), "Saved.", ct);

    [HttpPost("{id:guid}/removal")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken ct)
    {
        await absences.RemoveAsync(id, this.Viewer(), ct);
        this.Say("Taken out.");
        return Redirect("/account/absence");
    }

    private async Task<IActionResult> DoneAsync(AbsenceForm form, Guid? id, Func<Task<Outcome>> command, string said, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await command();
            if (outcome.IsDone)
            {
                Tell(said, form.StandInId);
                return Redirect("/account/absence");
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        var page = await absences.PageAsync(this.Viewer(), ct);
        return View("Index", new AbsenceShown(page, form, page.Mine.Concat(page.ForOthers).Concat(page.Others).FirstOrDefault(line => line.Id == id)));
    }

    private void Tell(string said, Guid? standInId)
    {
        if (standInId is null)
        {
            this.Warn($"{said} Nobody stands in: asks and messages wait until these days are over. Choose somebody if they can’t wait.");
        }
        else
        {
            this.Say($"{said} Asks and messages reach the stand-in on these days.");
        }
    }
}

/// <summary>The page of absences; the form changes one of them, or notes another.</summary>
public sealed record AbsenceShown(AbsencePage Page, AbsenceForm Form, AbsenceLine? Changed);
