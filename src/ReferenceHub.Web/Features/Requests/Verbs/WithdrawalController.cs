using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Taking a candidate back.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/withdrawal")]
[RequiresRight(Right.RunProgram)]
public sealed class WithdrawalController(RequestPages pages, CandidateAsks asks) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => asks.WithdrawAsync(number, candidateId, form.Note, this.Viewer(), ct), "Withdrawn.", $"withdraw-{candidateId}", form.Back, ct);
}
