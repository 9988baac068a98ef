using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>Standing by the amount that a seller has entered, for those who run the program.</summary>
[Route("opportunities/{id:guid}/amount-confirmation")]
[RequiresRight(Right.RunProgram)]
public sealed class OpportunityAmountController(OpportunityService service) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Confirm(Guid id, int version, CancellationToken ct)
    {
        var outcome = await service.ConfirmAmountAsync(id, version, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say("Confirmed. The deal counts as large where its amount says so.");
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return Redirect($"/opportunities/{id}");
    }
}
