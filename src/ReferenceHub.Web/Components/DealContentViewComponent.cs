using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>What the card beside a deal shows.</summary>
public sealed record DealContentCard(Guid DealId, DealShelf Shelf, bool MayAttach, bool MayShare, DateTime Now);

/// <summary>Content beside a deal, and what of it was shared with the prospect.</summary>
public sealed class DealContentViewComponent(DealContent content, TimeProvider clock) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Guid dealId)
    {
        var viewer = this.Viewer();
        return View(new DealContentCard(
            dealId, await content.OfAsync(dealId, viewer, HttpContext.RequestAborted), viewer.Can(Right.AskForReference), viewer.Can(Right.ShareContent), clock.GetUtcNow().UtcDateTime));
    }
}
