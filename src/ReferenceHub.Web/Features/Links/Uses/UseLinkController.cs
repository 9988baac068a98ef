using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Uses;

/// <summary>What a prospect reads of an agreed use, and the calendar entry of either side as a file. Looking changes nothing.</summary>
[AllowAnonymous]
[Route("/l/{use}")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class UseLinkController(LinkedUses uses, LinkPages pages) : Controller
{
    [HttpGet("invitation")]
    [HttpHead("invitation")]
    public async Task<IActionResult> Show([FromRoute(Name = "use")] string token, CancellationToken ct)
    {
        if (await uses.FindAsync(token, ct, LinkPurpose.ProspectInvitation) is not { } use)
        {
            return await pages.EndedAsync(this, token, "unknown", ct);
        }

        var page = await pages.OpenAsync(this, token, [use.Language], ct);
        if (!use.IsOpen)
        {
            return await pages.EndedAsync(this, token, "expired", ct, [use.Language], page.Words.Moment(use.ExpiresAt, use.ZoneId));
        }

        ViewData["Title"] = ActivityWords.Of(use.Activity, page.Words);
        return View("Invitation", new UseLinkPage(page, use));
    }

    [HttpGet("calendar.ics")]
    [HttpHead("calendar.ics")]
    public async Task<IActionResult> Download([FromRoute(Name = "use")] string token, CancellationToken ct) => await uses.CalendarAsync(token, ct) is { } calendar
        ? File(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8", "appointment.ics")
        : await pages.EndedAsync(this, token, "unknown", ct);
}

/// <summary>A use with the page it is shown on.</summary>
public sealed record UseLinkPage(LinkPage Page, LinkedUse Use);
