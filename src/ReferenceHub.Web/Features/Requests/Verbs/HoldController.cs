using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Asking the requester with a stopped clock, and going on.</summary>
[Route("requests/{number:int}/hold")]
public sealed class HoldController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    [RequiresRight(Right.RunProgram)]
    public Task<IActionResult> Create(int number, ReasonForm form, CancellationToken ct) => DoAsync(
        number, () => triage.HoldAsync(number, form.Reason!, this.Viewer(), ct), "On hold: the clock stands until the requester has answered.", "hold", form.Back, ct);

    [HttpPost("end")]
    public Task<IActionResult> End(int number, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => triage.ResumeAsync(number, form.Note, this.Viewer(), ct), "The clock runs again.", "resume", form.Back, ct);
}
