using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Business calendars.</summary>
[Route("/admin/calendars")]
[RequiresRight(Right.ManageSettings)]
public sealed class CalendarsController(CalendarQueries calendars, CalendarService service, TermQueries terms) : Controller
{
    /// <summary>All calendars.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await calendars.AllAsync(ct));

    /// <summary>The form for a new calendar.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken ct) => FormAsync(null, CalendarForm.Fresh(), ct);

    /// <summary>Makes a calendar.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(CalendarForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, ct);
        }

        return await DoneAsync(null, form, await service.CreateAsync(form.ToEdit(), this.Viewer(), ct), ct);
    }

    /// <summary>The form for one calendar.</summary>
    [HttpGet("{calendarId:guid}")]
    public async Task<IActionResult> Edit(Guid calendarId, CancellationToken ct) => await FormAsync(calendarId, CalendarForm.Of(await calendars.OneAsync(calendarId, ct)), ct);

    /// <summary>Changes a calendar.</summary>
    [HttpPost("{calendarId:guid}")]
    public async Task<IActionResult> Change(Guid calendarId, CalendarForm form, CancellationToken ct)
    {
        await calendars.OneAsync(calendarId, ct);
        if (!ModelState.IsValid)
        {
            return await FormAsync(calendarId, form, ct);
        }

        return await DoneAsync(calendarId, form, await service.ChangeAsync(calendarId, form.ToEdit(), form.Version, this.Viewer(), ct), ct);
    }

    private async Task<IActionResult> DoneAsync(Guid? id, CalendarForm form, Core.Data.Outcome outcome, CancellationToken ct)
    {
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return await FormAsync(id, form, ct);
        }

        this.Say("Saved. Promises already given keep their dates.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> FormAsync(Guid? id, CalendarForm form, CancellationToken ct)
    {
        form.Prepare(id, await terms.ChoicesAsync(TermKind.Region, ct, form.Region));
        return View("Form", form);
    }
}
