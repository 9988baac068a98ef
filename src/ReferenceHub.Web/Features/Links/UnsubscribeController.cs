using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links;

/// <summary>Calling off mails of a kind by the link under each. Opening it changes nothing.</summary>
[AllowAnonymous]
[Route("/l/{token}/unsubscribe")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class UnsubscribeController(NoticeStops stops, OrganisationCache organisations) : Controller
{
    [HttpGet]
    [HttpHead]
    public async Task<IActionResult> Ask(string token, CancellationToken ct) => await PageAsync(await stops.FindAsync(token, ct), done: false, ct);

    /// <summary>Mail programs post here on their own (RFC 8058), without a form of ours: the token is what allows it, and no session counts.</summary>
    [HttpPost]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Stop(string token, CancellationToken ct) => await PageAsync(await stops.StopAsync(token, ct), done: true, ct);

    private async Task<IActionResult> PageAsync(NoticeStop? stop, bool done, CancellationToken ct)
    {
        var organisation = (await organisations.GetAsync(ct)).Name;
        if (stop is null)
        {
            return this.GoneLink(organisation);
        }

        ViewData["Organisation"] = organisation;
        ViewData["Title"] = done ? "No more mails" : "Fewer mails?";
        ViewData["Done"] = done;
        return View("Unsubscribe", stop);
    }
}
