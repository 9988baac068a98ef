using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>A contact reads what is known of them, and says what is wrong with it.</summary>
[AllowAnonymous]
[Route("/l/{record}/record")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class ContactRecordController(ContactRoom room, ContactRecords records, ContactWishes wishes) : Controller
{
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Show([FromRoute(Name = "record")] string token, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactRecord, ct);
        return contact is null ? otherwise! : await PageAsync(page!, contact, null, [], ct);
    }

    /// <summary>Says what is wrong.</summary>
    [HttpPost("corrections")]
    public async Task<IActionResult> Correct([FromRoute(Name = "record")] string token, string? wrong, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactRecord, ct);
        if (contact is null)
        {
            return otherwise!;
        }

        var most = ContactWishes.MostWords(contact);
        var error = string.IsNullOrWhiteSpace(wrong) ? page!.Words["record.wrong.empty"] : wrong.Trim().Length > most ? page!.Words.With("answer.long", most) : null;
        if (error is not null)
        {
            return await PageAsync(page!, contact, wrong, [error], ct);
        }

        if (!(await wishes.CorrectAsync(contact, wrong!, ct)).IsDone)
        {
            return await room.EndedAsync(this, token, contact, ct);
        }

        this.Say(page!.Words["record.wrong.sent"]);
        return Redirect(page.Address("record"));
    }

    private async Task<IActionResult> PageAsync(LinkPage page, ContactPage contact, string? wrong, IReadOnlyList<string> errors, CancellationToken ct)
    {
        ViewData["Title"] = page.Words["record.title"];
        return View("Record", new ContactRecordPage(page with { Errors = errors }, contact, await records.ReadAsync(contact, ct), wrong, ContactWishes.MostWords(contact)));
    }
}

/// <summary>The page of what is known.</summary>
public sealed record ContactRecordPage(LinkPage Page, ContactPage Contact, ContactRecord Record, string? Wrong, int MostWords);
