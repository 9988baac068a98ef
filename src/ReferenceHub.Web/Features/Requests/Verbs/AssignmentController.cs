using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Taking a request, or giving it to a program manager.</summary>
[Route("requests/{number:int}/assignment")]
[RequiresRight(Right.RunProgram)]
public sealed class AssignmentController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, AssignmentForm form, CancellationToken ct) => DoAsync(
        number, () => triage.AssignAsync(number, form.ManagerId, this.Viewer(), ct), form.ManagerId is null || form.ManagerId == this.Viewer().UserId ? "It is yours now." : "Assigned.", "assign", form.Back, ct);
}
