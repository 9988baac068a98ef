using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>What owner, legal or customer answered: entered by the owner for their own customers, else by the program.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/answer")]
public sealed class AnswerController(RequestPages pages, CandidateAnswers answers, AskNews news, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, AnswerForm form, CancellationToken ct) => DoAsync(
        number,
        () => form.Answer == "yes"
            ? answers.AgreeAsync(number, candidateId, form.Note, form.Source, this.Viewer(), ct, form.State)
            : answers.DeclineAsync(number, candidateId, form.Note, form.Source, this.Viewer(), ct, form.State, form.Kind),
        async () => form.Answer == "yes" ? $"The yes is recorded. {await news.AskedAsync(number, [candidateId], this.Viewer(), time.Near, ct)}" : "The no is recorded; what was reserved is free again.",
        $"answer-{candidateId}",
        form.Back,
        ct);
}
