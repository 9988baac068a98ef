using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Considering a customer, and asking at once where that is wanted.</summary>
[Route("requests/{number:int}/candidates")]
[RequiresRight(Right.RunProgram)]
public sealed class CandidatesController(RequestPages pages, CandidateAsks asks, AskNews news, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int number, CandidateForm form, CancellationToken ct)
    {
        Guid? proposed = null;
        return await DoAsync(
            number,
            async () =>
            {
                if (!form.Ask)
                {
                    return await asks.ProposeAsync(number, form.CustomerId, form.ContactId, this.Viewer(), ct);
                }

                var asked = await asks.ProposeAndAskAsync(number, form.CustomerId, form.ContactId, this.Viewer(), ct);
                proposed = asked.Value?.CandidateId;
                return !asked.IsDone ? Outcome.Refuse(asked.Refusal!, asked.Field)
                    : asked.Value!.Limit is { } limit ? Outcome.Refuse($"{limit} It is proposed, and stands outside of the line until you go beyond the limit.", LimitOutcome.Field)
                    : Outcome.Done;
            },
            async () => proposed is { } asked ? await news.AskedAsync(number, [asked], this.Viewer(), time.Near, ct) : "Proposed; nothing is reserved yet.",
            "add",
            form.Back,
            ct,
            outcome => new Refused(outcome.Refusal!, true, $"/requests/{number}/candidates/{proposed}/ask"));
    }
}
