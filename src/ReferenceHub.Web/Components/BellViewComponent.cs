using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>The bell of the top bar: unread notifications, where the product keeps them.</summary>
public sealed class BellViewComponent(IEnumerable<INavCounter> counters) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var counter = counters.FirstOrDefault(one => one.Entry == "notifications");
        return counter is null || HttpContext.ViewerOrNull() is not { } viewer
            ? Content("")
            : View(await counter.CountAsync(viewer, HttpContext.RequestAborted));
    }
}
