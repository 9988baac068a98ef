using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Ending a request unfulfilled, or because content was chosen instead.</summary>
[Route("requests/{number:int}/ending")]
public sealed class EndingController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, EndingForm form, CancellationToken ct) => DoAsync(
        number,
        () => form.How == "content" ? triage.DeflectAsync(number, form.Reason!, this.Viewer(), ct) : triage.GiveUpAsync(number, form.Reason!, this.Viewer(), ct),
        "Ended; what was reserved is free again.",
        form.How == "content" ? "content" : "give-up",
        null,
        ct);
}
