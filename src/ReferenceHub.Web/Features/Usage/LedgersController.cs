using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>One customer's ledger, or that of a contact there: for the customer's owner and the program.</summary>
[Route("/usage/customers/{customerId:guid}")]
public sealed class LedgersController(LedgerQueries ledgers, CandidateNumbers numbers, OpportunityQueries opportunities) : Controller
{
    /// <summary>Limits and entries of a customer.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(Guid customerId, [FromQuery] LedgerForm form, CancellationToken ct) => PageAsync(customerId, form.ToFilter(null), ct);

    /// <summary>Limits and entries of one contact.</summary>
    [HttpGet("contacts/{contactId:guid}")]
    public Task<IActionResult> OfContact(Guid customerId, Guid contactId, [FromQuery] LedgerForm form, CancellationToken ct) => PageAsync(customerId, form.ToFilter(contactId), ct);

    private async Task<IActionResult> PageAsync(Guid customerId, LedgerFilter filter, CancellationToken ct)
    {
        var statement = await ledgers.ReadAsync(customerId, filter, this.Viewer(), ct);
        var candidates = statement.Lines.Where(line => line.Entry is { Source: UseSource.Request, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        var deals = statement.Lines.Where(line => line.Entry is { Source: UseSource.Outside, SourceId: not null }).Select(line => line.Entry.SourceId!.Value);
        return View(nameof(Show), new LedgerPage(
            statement, await numbers.ReadAsync([.. candidates.Distinct()], this.Viewer(), ct), await opportunities.NamesAsync([.. deals.Distinct()], this.Viewer(), ct)));
    }
}
