using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>One deal: its facts, what was asked and used for it, its history.</summary>
[Route("opportunities/{id:guid}")]
public sealed class OpportunityController(OpportunityQueries deals, DealRequestQueries requests, DealHistoryQueries history, OpportunityForms forms, DealDuplicateQueries duplicates) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var viewer = this.Viewer();
        if (await deals.SurvivorAsync(id, viewer, ct) is { } survivor)
        {
            return RedirectPermanent($"/opportunities/{survivor}");
        }

        var deal = await deals.DetailAsync(id, viewer, ct);
        var story = await requests.OfAsync(id, viewer, ct);
        return View("Detail", new OpportunityPageModel(deal, story, await history.OfAsync(id, deal.Row.OwnerId, viewer, ct), await forms.ChoicesAsync(viewer, ct), await duplicates.LikeAsync(id, viewer, ct)));
    }
}

/// <summary>The page of a deal, with deals that are likely the same for those who may merge them.</summary>
public sealed record OpportunityPageModel(OpportunityDetail Deal, DealStory Story, IReadOnlyList<DealHistoryLine> History, OpportunityChoices Choices, IReadOnlyList<DealTwin> Like);
