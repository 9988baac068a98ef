using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>A contact pauses, or ends a pause.</summary>
[AllowAnonymous]
[Route("/l/{pause}/pause")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class ContactPauseController(ContactRoom room, ContactWishes wishes, PersonTime time) : Controller
{
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Edit([FromRoute(Name = "pause")] string token, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactPause, ct);
        return contact is null ? otherwise! : Page(page!, contact, null, []);
    }

    /// <summary>Pauses until a day.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save([FromRoute(Name = "pause")] string token, string? until, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactPause, ct);
        if (contact is null)
        {
            return otherwise!;
        }

        if (!DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Page(page!, contact, until, [page!.Words["pause.wrong-day"]]);
        }

        var outcome = await wishes.PauseAsync(contact, day, ct);
        if (!outcome.IsDone)
        {
            return outcome.Field is null ? await room.EndedAsync(this, token, contact, ct) : Page(page!, contact, until, [page!.Words[outcome.Refusal!]]);
        }

        this.Say(page!.Words.With("pause.saved", page.Words.Day(day)));
        return Redirect(page.Address("pause"));
    }

    /// <summary>Ends the pause.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> End([FromRoute(Name = "pause")] string token, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactPause, ct);
        if (contact is null)
        {
            return otherwise!;
        }

        if (!(await wishes.PauseAsync(contact, null, ct)).IsDone)
        {
            return await room.EndedAsync(this, token, contact, ct);
        }

        this.Say(page!.Words["pause.ended"]);
        return Redirect(page.Address("pause"));
    }

    private ViewResult Page(LinkPage page, ContactPage contact, string? typed, IReadOnlyList<string> errors)
    {
        ViewData["Title"] = page.Words["pause.title"];
        var today = time.Today;
        var pausedUntil = contact.Contact.PausedUntil is { } until && until >= today ? contact.Contact.PausedUntil : null;
        return View("Pause", new ContactPausePage(page with { Errors = errors }, contact, pausedUntil, typed, today));
    }
}

/// <summary>The page of a pause; the day that runs, and what was typed.</summary>
public sealed record ContactPausePage(LinkPage Page, ContactPage Contact, DateOnly? PausedUntil, string? Typed, DateOnly Today);
