using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Times offered for a use, in the person's zone.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/times")]
public sealed class TimesController(RequestPages pages, RequestQueries requests, UseSheets sheets, UseTimes times, AskNews news, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, TimesForm form, CancellationToken ct) => DoAsync(
        number, () => times.OfferAsync(number, candidateId, [.. form.Given.Select(time.Utc)], this.Viewer(), ct), "The times are offered.", $"times-{candidateId}", null, ct);

    /// <summary>What the times that are being typed mean for the other side; nothing is kept.</summary>
    [HttpGet("check")]
    public async Task<IActionResult> Check(int number, Guid candidateId, TimesForm form, CancellationToken ct)
    {
        var request = await requests.DetailAsync(number, this.Viewer(), ct);
        return (await sheets.OfAsync(request, ct)).GetValueOrDefault(candidateId) is { } sheet
            ? PartialView("_TimesElsewhere", (sheet, (IReadOnlyList<DateTime>)[.. form.Given.Where(at => VerbRules.Plausible(at)).Select(time.Utc)]))
            : NotFound();
    }

    [HttpPost("choice")]
    public Task<IActionResult> Choose(int number, Guid candidateId, TimeChoiceForm form, CancellationToken ct) => DoAsync(
        number, () => times.ConfirmAsync(number, candidateId, form.SlotId!.Value, form.Place, null, this.Viewer(), ct), async () => $"The time is agreed. {await news.InvitedAsync(number, candidateId, this.Viewer(), time.Near, ct)}", $"choice-{candidateId}", null, ct);
}
