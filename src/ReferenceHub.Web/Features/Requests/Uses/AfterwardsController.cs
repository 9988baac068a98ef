using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>After a use: the requester says how it went, the contact is thanked.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}")]
public sealed class AfterwardsController(RequestPages pages, Surveys surveys, Thanks thanks) : VerbController(pages)
{
    [HttpPost("survey")]
    public Task<IActionResult> Answer(int number, Guid candidateId, SurveyForm form, CancellationToken ct) => DoAsync(
        number, () => surveys.AnswerAsync(number, candidateId, form.ToReply(), this.Viewer(), ct), "Thank you. It counts for the next match.", $"survey-{candidateId}", null, ct);

    [HttpPost("thanks")]
    public Task<IActionResult> Thank(int number, Guid candidateId, NoteForm form, CancellationToken ct) => DoAsync(
        number, () => thanks.SendAsync(number, candidateId, form.Note, this.Viewer(), ct), "The letter of thanks is on its way.", $"thanks-{candidateId}", null, ct);
}
