using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Taking a request up again within 30 days.</summary>
[Route("requests/{number:int}/reopening")]
[RequiresRight(Right.RunProgram)]
public sealed class ReopeningController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, ReasonForm form, CancellationToken ct) => DoAsync(
        number, () => triage.ReopenAsync(number, form.Reason!, this.Viewer(), ct), "Reopened.", "reopen", null, ct);
}
