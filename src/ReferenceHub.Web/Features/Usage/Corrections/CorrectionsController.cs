using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Corrections;

/// <summary>Puts right what a ledger says of a use that is over: a new entry, the old ones stay.</summary>
[Route("/usage/customers/{customerId:guid}/uses/{useId:guid}/correction")]
[RequiresRight(Right.RunProgram)]
public sealed class CorrectionsController(CorrectionQueries queries, LedgerService service) : Controller
{
    /// <summary>The form, with all that the ledger has said of the use.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid customerId, Guid useId, CancellationToken ct) =>
        View(CorrectUseForm.Of(await queries.ReadAsync(customerId, useId, this.Viewer(), ct)));

    /// <summary>Corrects it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Correct(Guid customerId, Guid useId, CorrectUseForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            var outcome = await service.CorrectAsync(customerId, useId, form.ToCorrection(), form.Reason!, this.Viewer(), ct);
            if (outcome.IsDone)
            {
                this.Say("Corrected. The entry before stays in the ledger.");
                return Redirect($"/usage/customers/{customerId}");
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        var use = await queries.ReadAsync(customerId, useId, this.Viewer(), ct);
        form.Describe(use);
        // Whoever has read what was written meanwhile may go on from there.
        ModelState.SetModelValue(nameof(form.Seen), use.Last.Sequence, null);
        form.Seen = use.Last.Sequence;
        return View(nameof(Edit), form);
    }
}
