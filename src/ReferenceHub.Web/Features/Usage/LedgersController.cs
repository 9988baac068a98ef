using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>One customer's ledger: for its owner and the program.</summary>
[Route("/usage/customers/{customerId:guid}")]
public sealed class LedgersController(LedgerQueries ledgers, LedgerService service, CandidateNumbers numbers, OpportunityQueries opportunities) : Controller
{
    /// <summary>Limits, entries, and the forms to correct.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(Guid customerId, int page, CancellationToken ct) => PageAsync(customerId, page, ct);

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

    private async Task<IActionResult> PageAsync(Guid customerId, int page, CancellationToken ct)
    {
        var statement = await ledgers.ReadAsync(customerId, page, this.Viewer(), ct);
        var candidates = statement.Lines.Where(line => line.Entry is { Source: UseSource.Request, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        var deals = statement.Lines.Where(line => line.Entry is { Source: UseSource.Outside, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        return View(nameof(Show), new LedgerPage(
            statement, await numbers.ReadAsync([.. candidates.Distinct()], this.Viewer(), ct), await opportunities.NamesAsync([.. deals.Distinct()], this.Viewer(), ct), Math.Max(1, page)));
    }
}
