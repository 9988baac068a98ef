using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Agreeing a later date; visible and counted.</summary>
[Route("requests/{number:int}/exception")]
[RequiresRight(Right.RunProgram)]
public sealed class ExceptionController(RequestPages pages, RequestTriage triage, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, ExceptionForm form, CancellationToken ct) => DoAsync(
        number, () => triage.AgreeLaterDateAsync(number, time.Utc(form.Until!.Value), form.Reason!, this.Viewer(), ct), "The later date is agreed.", "exception", null, ct);
}
