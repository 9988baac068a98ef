using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>One deal: its facts, what was asked and used for it, its history.</summary>
[Route("opportunities/{id:guid}")]
public sealed class OpportunityController(OpportunityQueries deals, DealRequestQueries requests, DealHistoryQueries history, OpportunityForms forms) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var deal = await deals.DetailAsync(id, viewer, ct);
        var story = await requests.OfAsync(id, viewer, ct);
        return View("Detail", new OpportunityPageModel(deal, story, await history.OfAsync(id, deal.Row.OwnerId, viewer, ct), await forms.ChoicesAsync(viewer, ct)));
    }
}

/// <summary>The page of a deal.</summary>
public sealed record OpportunityPageModel(OpportunityDetail Deal, DealStory Story, IReadOnlyList<DealHistoryLine> History, OpportunityChoices Choices);
