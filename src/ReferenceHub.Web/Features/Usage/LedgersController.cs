using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>One customer's ledger: for its owner and the program.</summary>
[Route("/usage/customers/{customerId:guid}")]
public sealed class LedgersController(LedgerQueries ledgers, LedgerService service, CandidateNumbers numbers) : Controller
{
    /// <summary>Limits, entries, and the forms to log and correct.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(Guid customerId, int page, CancellationToken ct) => PageAsync(customerId, page, new LogUseForm(), ct);

    /// <summary>Logs a use that happened outside the product.</summary>
    [HttpPost("uses")]
    public async Task<IActionResult> Log(Guid customerId, LogUseForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(customerId, 1, form, ct);
        }

        var outcome = await service.LogAsync(new LogUse(customerId, form.ContactId, form.Activity!, form.On!.Value, form.Minutes, form.Note!), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return await PageAsync(customerId, 1, form, ct);
        }

        this.Say("Logged. It counts from now on.");
        return RedirectToAction(nameof(Show), new { customerId });
    }

    /// <summary>Corrects a use that took place.</summary>
    [HttpPost("uses/{useId:guid}/correction")]
    [RequiresRight(Right.RunProgram)]
    public async Task<IActionResult> Correct(Guid customerId, Guid useId, CorrectUseForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            this.Warn($"Not corrected: {ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage}");
            return RedirectToAction(nameof(Show), new { customerId });
        }

        await service.CorrectAsync(customerId, useId, new CorrectUse(form.On, null, form.Minutes), form.Reason!, this.Viewer(), ct);
        this.Say("Corrected. The entry before stays in the ledger.");
        return RedirectToAction(nameof(Show), new { customerId });
    }

    private async Task<IActionResult> PageAsync(Guid customerId, int page, LogUseForm form, CancellationToken ct)
    {
        var statement = await ledgers.ReadAsync(customerId, page, this.Viewer(), ct);
        var candidates = statement.Lines.Where(line => line.Entry is { Source: UseSource.Request, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        return View(nameof(Show), new LedgerPage(statement, form, await numbers.ReadAsync([.. candidates.Distinct()], this.Viewer(), ct), Math.Max(1, page)));
    }
}
