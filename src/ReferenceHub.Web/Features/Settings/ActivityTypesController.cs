using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Activity types: what may be asked for, what it takes, and what is promised.</summary>
[Route("/admin/activity-types")]
[RequiresRight(Right.ManageSettings)]
public sealed class ActivityTypesController(ActivityTypeQueries types, ActivityTypeService service, ProcessQueries processes) : Controller
{
    /// <summary>All types.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await types.AllAsync(ct));

    /// <summary>The form for a new type.</summary>
    [HttpGet("new")]
    public IActionResult New() => View(nameof(Edit), ActivityTypeForm.New());

    /// <summary>Adds a type.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(ActivityTypeForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return View(nameof(Edit), form);
        }

        var added = await service.AddAsync(form.ToChange(), this.Viewer(), ct);
        return added.IsDone ? Saved(form.Enabled ? $"Added. {form.Name} can be asked for now." : "Added, switched off.") : Refused(form, added);
    }

    /// <summary>The form for one type.</summary>
    [HttpGet("{key}")]
    public async Task<IActionResult> Edit(string key, CancellationToken ct) => View(ActivityTypeForm.Of(await types.OneAsync(key, ct)).WrittenIn(await ProcessAsync(key, ct)));

    /// <summary>Changes one type; when somebody else did meanwhile, shows both and saves nothing.</summary>
    [HttpPost("{key}")]
    public async Task<IActionResult> Change(string key, ActivityTypeForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var type = await types.OneAsync(key, ct);
        form.Describe(type);
        form.WrittenIn(await ProcessAsync(key, ct));
        if (!ModelState.IsValid)
        {
            return View(nameof(Edit), form);
        }

        try
        {
            var outcome = await service.ChangeAsync(key, form.ToChange(), this.Viewer(), ct);
            return outcome.IsDone ? Saved("Saved. Requests under way keep their promise.") : Refused(form, outcome);
        }
        catch (StaleVersionException stale)
        {
            form.LayUpon(type);
            ModelState.Remove(nameof(form.Version));
            ModelState.AddModelError("", stale.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Edit), form);
        }
    }

    private async Task<ProcessTemplate?> ProcessAsync(string key, CancellationToken ct) => (await processes.OfRequestsAsync(key, ct))?.Template;

    private RedirectToActionResult Saved(string words)
    {
        this.Say(words);
        return RedirectToAction(nameof(Index));
    }

    private ViewResult Refused(ActivityTypeForm form, Outcome outcome)
    {
        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        return View(nameof(Edit), form);
    }
}
