using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>One's own requests: open, drafts, ended, and asks for customers one owns.</summary>
[Route("requests")]
public sealed class MyRequestsController(MyRequests requests) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tab, int? after, string? q, CancellationToken ct)
    {
        var chosen = TabOf(tab);
        var page = await requests.PageAsync(chosen, after, this.Viewer(), ct, q);
        return tab is null && q is null && page.Counts is { Open: 0, Asks: > 0 }
            ? View("Mine", (MyTab.Asks, await requests.PageAsync(MyTab.Asks, null, this.Viewer(), ct)))
            : View("Mine", (chosen, page));
    }

    /// <summary>The tab that the address names.</summary>
    internal static MyTab TabOf(string? tab) => tab switch { "drafts" => MyTab.Drafts, "ended" => MyTab.Ended, "asks" => MyTab.Asks, "following" => MyTab.Following, _ => MyTab.Open };

    /// <summary>The name of a tab in the address.</summary>
    internal static string NameOf(MyTab tab) => tab.ToString().ToLowerInvariant();
}
