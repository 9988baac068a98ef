using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Noting that nobody answered; silence is never consent.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/silence")]
[RequiresRight(Right.RunProgram)]
public sealed class SilenceController(RequestPages pages, LineOrder line) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, CancellationToken ct) => DoAsync(
        number, () => line.NoteSilenceAsync(number, candidateId, this.Viewer(), ct), "Noted; what was reserved is free again.", null, null, ct);
}
