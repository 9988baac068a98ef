using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Asking the first party on the route; reserves.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/ask")]
[RequiresRight(Right.RunProgram)]
public sealed class AskController(RequestPages pages, CandidateAsks asks, AskNews news, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, AskForm form, CancellationToken ct)
    {
        var action = $"/requests/{number}/candidates/{candidateId}/ask";
        var mark = string.IsNullOrWhiteSpace(form.Sponsor) ? null : new OverrideMark(form.Sponsor, form.Reason!);
        return DoAsync(
            number, () => asks.AskAsync(number, candidateId, mark, this.Viewer(), ct), () => news.AskedAsync(number, [candidateId], this.Viewer(), time.Near, ct), null, form.Back, ct,
            outcome => new Refused(outcome.Refusal!, true, action),
            form.Limit is null ? null : new Refused(form.Limit, true, action) { Sponsor = form.Sponsor, Reason = form.Reason });
    }
}
