using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>A use was held; the actual minutes count from now on.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/completion")]
public sealed class CompletionController(RequestPages pages, CandidateUses uses) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, CompletionForm form, CancellationToken ct)
    {
        var mark = string.IsNullOrWhiteSpace(form.Sponsor) ? null : new OverrideMark(form.Sponsor, form.Reason!);
        return DoAsync(
            number, () => uses.CompleteAsync(number, candidateId, form.Minutes, form.Note, this.Viewer(), ct, mark), () => Task.FromResult("Noted as held."), $"complete-{candidateId}", null, ct,
            outcome => RefusedBy(outcome.Refusal!),
            form.Limit is null ? null : RefusedBy(form.Limit));

        Refused RefusedBy(string words) => new(words, this.Viewer().Can(Right.OverrideLimits), $"/requests/{number}/candidates/{candidateId}/completion", null, form.Note)
        {
            Minutes = form.Minutes,
            Sponsor = form.Sponsor,
            Reason = form.Reason,
            NotDone = "Not noted as held today",
            Instead = "It was reserved for another day. Set the date on which it takes place, or ask your program manager to note it.",
        };
    }
}
