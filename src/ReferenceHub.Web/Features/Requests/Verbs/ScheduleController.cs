using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Setting or changing the date of a use; times are in the person’s zone.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/schedule")]
public sealed class ScheduleController(RequestPages pages, CandidateUses uses, AskNews news, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, ScheduleForm form, CancellationToken ct)
    {
        if (form.At is { } at && time.Utc(at) <= time.Now)
        {
            ModelState.AddModelError(nameof(form.At), "Choose a time that lies ahead.");
        }

        var mark = string.IsNullOrWhiteSpace(form.Sponsor) ? null : new OverrideMark(form.Sponsor, form.Reason!);
        return DoAsync(
            number,
            () => uses.ScheduleAsync(number, candidateId, time.Utc(form.At!.Value), form.Note, mark, this.Viewer(), ct, form.Place),
            async () => $"The date is set. {await news.InvitedAsync(number, candidateId, this.Viewer(), time.Near, ct)}",
            $"schedule-{candidateId}",
            null,
            ct,
            outcome => RefusedBy(outcome.Refusal!),
            form.Limit is null ? null : RefusedBy(form.Limit));

        Refused RefusedBy(string words) => new(
            words, this.Viewer().Can(Right.OverrideLimits), $"/requests/{number}/candidates/{candidateId}/schedule", form.At?.ToString("yyyy-MM-dd'T'HH:mm", Words.Culture), form.Note)
        { Place = form.Place, Sponsor = form.Sponsor, Reason = form.Reason };
    }
}
