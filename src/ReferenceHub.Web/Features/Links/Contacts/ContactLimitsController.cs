using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>A contact says what they are willing to do, and how much of it.</summary>
[AllowAnonymous]
[Route("/l/{limits}/limits")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class ContactLimitsController(ContactRoom room, ContactWishes wishes) : Controller
{
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Edit([FromRoute(Name = "limits")] string token, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactLimits, ct);
        return contact is null ? otherwise! : Page(page!, contact, ContactLimitsForm.Of(contact.Contact), []);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save([FromRoute(Name = "limits")] string token, ContactLimitsForm form, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactLimits, ct);
        if (contact is null)
        {
            return otherwise!;
        }

        var errors = form.Errors(page!.Words);
        if (errors.Count > 0)
        {
            return Page(page, contact, form, errors);
        }

        var outcome = await wishes.LimitAsync(contact, form.ToLimits(), ct);
        if (!outcome.IsDone)
        {
            return await room.EndedAsync(this, token, contact, ct);
        }

        this.Say(page.Words["limits.saved"]);
        return Redirect(page.Address("limits"));
    }

    private ViewResult Page(LinkPage page, ContactPage contact, ContactLimitsForm form, IReadOnlyList<string> errors)
    {
        ViewData["Title"] = page.Words["limits.title"];
        return View("Limits", new ContactLimitsPage(page with { Errors = errors }, contact, form));
    }
}

/// <summary>The page of limits.</summary>
public sealed record ContactLimitsPage(LinkPage Page, ContactPage Contact, ContactLimitsForm Form);
