using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>A use was held; the actual minutes count from now on.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/completion")]
public sealed class CompletionController(RequestPages pages, CandidateUses uses) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, CompletionForm form, CancellationToken ct) => DoAsync(
        number, () => uses.CompleteAsync(number, candidateId, form.Minutes, form.Note, this.Viewer(), ct), "Noted as held.", $"complete-{candidateId}", null, ct);
}
