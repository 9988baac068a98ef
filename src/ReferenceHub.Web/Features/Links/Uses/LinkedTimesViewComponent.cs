using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Links.Uses;

/// <summary>Times on the page of an ask: to be picked with a yes, or chosen, moved and saved after it. Nothing for kinds that take place at no time.</summary>
public sealed class LinkedTimesViewComponent(LinkedUses uses) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(LinkPage page, bool withYes)
    {
        ArgumentNullException.ThrowIfNull(page);
        var use = await uses.FindAsync(page.Token, HttpContext.RequestAborted, LinkPurpose.CustomerAnswer);
        return use is not { Activity.HasTime: true } ? Content("")
            : withYes ? View("WithYes", new UseLinkPage(page, use))
            : use.MayAgree ? View(new UseLinkPage(page, use)) : Content("");
    }
}
