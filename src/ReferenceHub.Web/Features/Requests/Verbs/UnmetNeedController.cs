using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Recording that a request which ended without a reference leaves the need of its deal unmet.</summary>
[Route("requests/{number:int}/unmet-need")]
public sealed class UnmetNeedController(RequestPages pages, UnmetRequests unmet) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => unmet.RecordAsync(number, this.Viewer(), ct), "Recorded as unmet demand of the opportunity.", null, form.Back, ct);
}
