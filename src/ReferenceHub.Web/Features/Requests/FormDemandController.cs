using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>What a request form offers when nobody can be asked: an alert, and unmet demand of its deal. What is being written stays as it is.</summary>
[Route("requests/new")]
[RequiresRight(Right.AskForReference)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class FormDemandController(RequestFormPages pages, RequestQueries requests, FreeAlerts alerts, UnmetNeeds needs) : Controller
{
    /// <summary>"Tell me when one is free".</summary>
    [HttpPost("alert")]
    public Task<IActionResult> Wait(RequestForm form, int? corrected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return AgainAsync(form, corrected, async criteria => await alerts.WaitAsync(form.ActivityKey, criteria, this.Viewer(), ct), "You get a mail when one is free.", ct);
    }

    /// <summary>Records unmet demand of the deal that is chosen.</summary>
    [HttpPost("unmet")]
    public Task<IActionResult> Record(RequestForm form, int? corrected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return AgainAsync(
            form,
            corrected,
            async criteria => form.OpportunityId is { } deal
                ? await needs.RecordAsync(deal, form.ActivityKey, criteria, this.Viewer(), ct)
                : Outcome.Refuse("Choose the opportunity first."),
            "Recorded: the program recruits for it.",
            ct);
    }

    private async Task<IActionResult> AgainAsync(RequestForm form, int? corrected, Func<Criteria, Task<Outcome>> command, string said, CancellationToken ct)
    {
        await pages.ReadWordsAsync(form, this.Viewer(), ct);
        var outcome = await command(Criteria.Parse(form.Criteria));
        ModelState.Clear();
        var sent = corrected is { } number ? await requests.DetailAsync(number, this.Viewer(), ct) : null;
        var page = await pages.ReadAsync(form, this.Viewer(), sent, ct) with { Answered = (outcome.Refusal ?? said, !outcome.IsDone) };
        return Request.IsHtmx() ? PartialView("_Rail", page) : View("Form", page);
    }
}
