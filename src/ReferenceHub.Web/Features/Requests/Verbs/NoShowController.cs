using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>A use did not take place.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/no-show")]
public sealed class NoShowController(RequestPages pages, CandidateUses uses) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => uses.NoteNoShowAsync(number, candidateId, form.Note, this.Viewer(), ct), "Noted; the units are free again, the rest stays.", $"no-show-{candidateId}", null, ct);
}
