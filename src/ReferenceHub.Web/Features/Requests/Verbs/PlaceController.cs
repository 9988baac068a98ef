using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The place of a candidate in the line of those who are asked one after another.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/place")]
[RequiresRight(Right.RunProgram)]
public sealed class PlaceController(RequestPages pages, LineOrder line) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, PlaceForm form, CancellationToken ct) => DoAsync(
        number, () => line.PlaceAsync(number, candidateId, form.Place!.Value, this.Viewer(), ct), "The order has changed.", null, $"/requests/{number}#c-{candidateId}", ct);

    [HttpPost("end")]
    public Task<IActionResult> End(int number, Guid candidateId, CancellationToken ct) => DoAsync(
        number, () => line.LeaveAsync(number, candidateId, this.Viewer(), ct), "Out of the line: it is asked only when you do so.", null, $"/requests/{number}#c-{candidateId}", ct);
}
