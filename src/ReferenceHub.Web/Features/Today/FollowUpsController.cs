using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Today;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Today;

/// <summary>Follow-ups: set, done, undone, put off.</summary>
[Route("/follow-ups")]
[Module(Modules.Today)]
public sealed class FollowUpsController(ActionLog log) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(FollowUpForm form, CancellationToken ct) => ModelState.IsValid
        ? this.Back(await log.FollowUpAsync(form.Source, form.SourceId, form.Text!, form.NextOn, this.Viewer(), ct), "The follow-up is set; it is on your Today page.", form.Back)
        : BadRequest();

    [HttpPost("{id:guid}/completion")]
    public async Task<IActionResult> Complete(Guid id, string? back, CancellationToken ct) =>
        this.Back(await log.DoAsync(id, this.Viewer(), ct), "Done. You can take it back on Today.", back);

    [HttpPost("{id:guid}/reopening")]
    public async Task<IActionResult> Reopen(Guid id, string? back, CancellationToken ct) =>
        this.Back(await log.UndoAsync(id, this.Viewer(), ct), "It is open again.", back);

    [HttpPost("{id:guid}/delay")]
    public async Task<IActionResult> Snooze(Guid id, int days, string? back, CancellationToken ct) =>
        this.Back(await log.SnoozeAsync(id, days, this.Viewer(), ct), "Put off.", back);
}
