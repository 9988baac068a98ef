using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>What the pages about a contact have in common: the contact behind the link, or the page that says the link opens nothing more.</summary>
public sealed class ContactRoom(ContactDoor door, LinkPages pages)
{
    /// <summary>The contact behind a link of one purpose, with its page; otherwise what to answer instead.</summary>
    public async Task<(ContactPage? Contact, LinkPage? Page, IActionResult? Otherwise)> OpenAsync(Controller controller, string token, LinkPurpose purpose, CancellationToken ct)
    {
        if (await door.FindAsync(token, purpose, ct) is not { } contact)
        {
            return (null, null, await pages.EndedAsync(controller, token, "unknown", ct));
        }

        return contact.IsOpen
            ? (contact, (await pages.OpenAsync(controller, token, contact.Contact.Languages, ct)) with { Room = LinkRooms.Of(purpose) }, null)
            : (null, null, await EndedAsync(controller, token, contact, ct));
    }

    /// <summary>The page of a link that was used up or replaced while its form was open.</summary>
    public Task<IActionResult> EndedAsync(Controller controller, string token, ContactPage contact, CancellationToken ct) =>
        pages.EndedAsync(controller, token, "contact", ct, contact.Contact.Languages);
}
