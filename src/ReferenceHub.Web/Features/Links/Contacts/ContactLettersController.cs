using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>Mails a contact a fresh link to their own address: what concerns them beyond one ask is not decided by whoever holds a link.</summary>
[AllowAnonymous]
[Route("/l/{holder}/letters")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class ContactLettersController(LinkedAsks asks, ContactDoor door, ContactLinks links, LinkPages pages) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Send([FromRoute(Name = "holder")] string token, LinkPurpose? purpose, CancellationToken ct)
    {
        var (contactId, languages, back) = await WhoAsync(token, ct);
        if (contactId is null || purpose is not { } wanted || !ContactDoor.Purposes.Contains(wanted))
        {
            return await pages.EndedAsync(this, token, "unknown", ct);
        }

        var page = await pages.OpenAsync(this, token, languages, ct);
        var outcome = await links.MailAsync(contactId.Value, wanted, ct);
        if (outcome.IsDone)
        {
            this.Say(page.Words.With("letter.sent", ContactLinks.Days));
        }
        else
        {
            this.Warn(page.Words[outcome.Refusal!]);
        }

        return Redirect(page.Address(back));
    }

    private async Task<(Guid? ContactId, IReadOnlyList<string> Languages, string Back)> WhoAsync(string token, CancellationToken ct)
    {
        if (await asks.FindAsync(token, ct) is { Party: Party.Customer, Standing: AskStanding.Open or AskStanding.OnHold or AskStanding.SaidYes or AskStanding.SaidNo } ask)
        {
            return (ask.ContactId, ask.Languages, "ask");
        }

        return await door.FindAsync(token, ct) is { IsOpen: true } page ? (page.Contact.Id, page.Contact.Languages, LinkRooms.Of(page.Purpose)) : (null, [], "");
    }
}
