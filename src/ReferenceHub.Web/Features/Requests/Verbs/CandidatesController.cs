using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Considering a customer, and asking at once where that is wanted.</summary>
[Route("requests/{number:int}/candidates")]
[RequiresRight(Right.RunProgram)]
public sealed class CandidatesController(RequestPages pages, RequestQueries requests, CandidateAsks asks) : VerbController(pages)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int number, CandidateForm form, CancellationToken ct)
    {
        Guid? proposed = null;
        return await DoAsync(
            number,
            async () =>
            {
                var outcome = await asks.ProposeAsync(number, form.CustomerId, form.ContactId, this.Viewer(), ct);
                if (!outcome.IsDone || !form.Ask)
                {
                    return outcome;
                }

                var request = await requests.DetailAsync(number, this.Viewer(), ct);
                proposed = request.Candidates.First(candidate => candidate.CustomerId == form.CustomerId && candidate.State == CandidateState.Proposed).Id;
                return await asks.AskAsync(number, proposed.Value, null, this.Viewer(), ct);
            },
            form.Ask ? "Asked." : "Proposed; nothing is reserved yet.",
            "add",
            form.Back,
            ct,
            outcome => new Refused(outcome.Refusal!, true, $"/requests/{number}/candidates/{proposed}/ask"));
    }
}
