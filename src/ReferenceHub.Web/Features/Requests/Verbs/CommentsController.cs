using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Words among those who see the request; never shown to customers.</summary>
[Route("requests/{number:int}/comments")]
public sealed class CommentsController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, ReasonForm form, CancellationToken ct) => DoAsync(
        number, () => triage.CommentAsync(number, form.Reason!, this.Viewer(), ct), "Comment added.", "comment", form.Back, ct);
}
