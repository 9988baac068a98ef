using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Recruiting;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Nominations;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Demand;

/// <summary>The list of unmet needs with its tabs.</summary>
public sealed record UnmetPage(bool Closed, UnmetNeedPage Needs, NominationTabs Tabs);

/// <summary>The form that records one.</summary>
public sealed record UnmetFormPage(DemandForm Form, IReadOnlyList<string> Words);

/// <summary>Needs of deals that no reference met: seen, recorded, taken back.</summary>
[Route("/references/unmet")]
[RequiresRight(Right.AskForReference)]
public sealed class UnmetController(UnmetNeeds needs, UnmetNeedQueries queries, MatchQueries matches, NominationQueries nominations, LeadQueries leads) : Controller
{
    /// <summary>Those that stand, or those that were taken back or met.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? view, int page = 1, CancellationToken ct = default)
    {
        var viewer = this.Viewer();
        var closed = view == "closed";
        var found = await queries.PageAsync(closed, page, viewer, ct);
        var decides = viewer.Can(Right.DecideNominations);
        return View(new UnmetPage(closed, found, new NominationTabs(null, decides, await nominations.CountWaitingAsync(viewer, ct), decides ? await leads.CountAsync(viewer, ct) : 0, null, found.Standing)));
    }

    /// <summary>The form, for a search.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(DemandForm form, CancellationToken ct) => View("New", await FormAsync(form, ct));

    /// <summary>Records one.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Create(DemandForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Find is not null)
        {
            ModelState.Clear();
            return View("New", await FormAsync(form, ct));
        }

        var outcome = form.OpportunityId is { } deal
            ? await needs.RecordAsync(deal, form.Type, form.Criteria, this.Viewer(), ct)
            : Outcome<Guid>.Refuse("Choose the deal that needs a reference.", nameof(form.OpportunityId));
        if (outcome.IsDone)
        {
            this.Say("Recorded as unmet demand: it counts until somebody is found or it is taken back.");
            return LocalRedirect(form.SearchAddress);
        }

        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        var page = View("New", await FormAsync(form, ct));
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>Takes one back.</summary>
    [HttpPost("{id:guid}/removal")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(Guid id, string? back, CancellationToken ct)
    {
        await needs.TakeBackAsync(id, this.Viewer(), ct);
        this.Say("Taken back.");
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : "/references/unmet");
    }

    private async Task<UnmetFormPage> FormAsync(DemandForm form, CancellationToken ct) => new(form, await matches.InWordsAsync(form.Criteria, this.Viewer(), ct));
}
