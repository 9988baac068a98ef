using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The requester withdraws a request.</summary>
[Route("requests/{number:int}/cancellation")]
public sealed class CancellationController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => triage.CancelAsync(number, form.Note, this.Viewer(), ct), "Cancelled; what was reserved is free again.", "cancel", form.Back, ct);
}
