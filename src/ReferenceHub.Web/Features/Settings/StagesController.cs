using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>The open stages of deals in order, the gate, and what the CRM calls them.</summary>
[Route("/admin/stages")]
[RequiresRight(Right.ManageSettings)]
public sealed class StagesController(DealStages stages, DealStageService service, StageNames names) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PageAsync(StagesForm.Of(await stages.AllAsync(ct)), new StageNameForm(), ct));

    /// <summary>Keeps order, names and gate; when they are others by now, shows both and saves nothing.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Arrange(StagesForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        Outcome outcome;
        try
        {
            outcome = await service.ArrangeAsync(form.ToWishes(), form.GatePlace(), form.ToMarks(), this.Viewer(), ct);
        }
        catch (StaleVersionException stale)
        {
            ModelState.Clear();
            ModelState.AddModelError("", stale.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Index), await PageAsync(form.Upon(await stages.AllAsync(ct)), new StageNameForm(), ct));
        }

        if (outcome.IsDone)
        {
            this.Say("Saved.");
            return Redirect("/admin/stages");
        }

        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        return View(nameof(Index), await PageAsync(form, new StageNameForm(), ct));
    }

    /// <summary>Says what a name of the CRM means.</summary>
    [HttpPost("names")]
    public async Task<IActionResult> Mean(StageNameForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var outcome = await names.MeanAsync(form.Value, form.Choice, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say("Saved. Imports understand it from now on.");
            return Redirect("/admin/stages#names");
        }

        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        return View(nameof(Index), await PageAsync(StagesForm.Of(await stages.AllAsync(ct)), form, ct));
    }

    /// <summary>Forgets a name of the CRM.</summary>
    [HttpPost("names/removal")]
    public async Task<IActionResult> Forget(StageNameForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        await names.ForgetAsync(form.Value, this.Viewer(), ct);
        this.Say("Forgotten. The next import asks again.");
        return Redirect("/admin/stages#names");
    }

    private async Task<StagesPage> PageAsync(StagesForm form, StageNameForm name, CancellationToken ct) => new(form, name, await stages.AllAsync(ct), await names.AllAsync(ct));
}
