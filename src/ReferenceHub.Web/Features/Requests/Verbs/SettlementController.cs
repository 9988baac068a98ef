using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The requester is content with those who accepted.</summary>
[Route("requests/{number:int}/settlement")]
public sealed class SettlementController(RequestPages pages, RequestTriage triage) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, CancellationToken ct) => DoAsync(
        number, () => triage.SettleAsync(number, this.Viewer(), ct), "Settled for those who accepted.", null, null, ct);
}
