using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Whether candidates are asked one after another or several at once.</summary>
[Route("requests/{number:int}/ask-mode")]
[RequiresRight(Right.RunProgram)]
public sealed class AskModeController(RequestPages pages, LineOrder line) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, AskModeForm form, CancellationToken ct) => DoAsync(
        number,
        () => line.AskByAsync(number, form.Mode!.Value, this.Viewer(), ct),
        form.Mode == AskMode.OneByOne ? "One after another: a no or silence asks the next in line." : "Several at once: choose whom to ask; once enough have accepted, the others are let go.",
        null,
        form.Back,
        ct);
}
