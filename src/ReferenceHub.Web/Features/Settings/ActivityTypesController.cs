using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Activity types: what may be asked for, and what is promised.</summary>
[Route("/admin/activity-types")]
[RequiresRight(Right.ManageSettings)]
public sealed class ActivityTypesController(ActivityTypeQueries types, ActivityTypeService service) : Controller
{
    /// <summary>All types.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await types.AllAsync(ct));

    /// <summary>The form for one type.</summary>
    [HttpGet("{key}")]
    public async Task<IActionResult> Edit(string key, CancellationToken ct) => View(ActivityTypeForm.Of(await types.OneAsync(key, ct)));

    /// <summary>Changes one type.</summary>
    [HttpPost("{key}")]
    public async Task<IActionResult> Change(string key, ActivityTypeForm form, CancellationToken ct)
    {
        form.Describe(await types.OneAsync(key, ct));
        if (!ModelState.IsValid)
        {
            return View(nameof(Edit), form);
        }

        var outcome = await service.ChangeAsync(key, form.ToChange(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(nameof(Edit), form);
        }

        this.Say("Saved. Requests under way keep their promise.");
        return RedirectToAction(nameof(Index));
    }
}
