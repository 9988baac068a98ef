using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>Confirms in one click that a record is true.</summary>
[Route("/references/{id:guid}/verification")]
public sealed class VerificationController(VerificationService verification) : Controller
{
    /// <summary>Confirms it.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(Guid id, string? back, CancellationToken ct)
    {
        var until = await verification.ConfirmAsync([id], this.Viewer(), ct);
        this.Say($"Confirmed. The next look is due on {Words.Day(until.Value)}.");
        return Redirect(Url.LocalOr(back, $"/references/{id}"));
    }
}
