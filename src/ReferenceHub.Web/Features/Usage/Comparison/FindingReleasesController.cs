using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Comparison;

/// <summary>Gives back what a comparison found to be held for nobody.</summary>
[Route("/usage/comparison/{findingId:guid}/release")]
[Module(Modules.Usage)]
[RequiresRight(Right.RunProgram)]
public sealed class FindingReleasesController(OrphanRelease orphans) : Controller
{
    /// <summary>Gives it back, with a reason.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Release(Guid findingId, ReleaseForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var outcome = ModelState.IsValid
            ? await orphans.ReleaseAsync(findingId, form.Reason!, this.Viewer(), ct)
            : Outcome.Refuse($"Not released: say why, in at most {LedgerEntry.NoteLength} characters.");
        if (outcome.IsDone)
        {
            this.Say("Released. The ledger says who did it and why.");
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return Redirect("/usage/comparison");
    }
}
