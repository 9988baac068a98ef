using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Ending a request with a piece of the library instead of people.</summary>
[Route("requests/{number:int}/content/{assetId:guid}")]
public sealed class ContentChoiceController(RequestPages pages, ContentChoices choices) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid assetId, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => choices.ForAsync(number, assetId, this.Viewer(), ct), "Ended with content; it stands beside the opportunity.", null, form.Back, ct);
}
