using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Consent;

/// <summary>Finds the contact behind a link to their own record. Looking changes nothing.</summary>
public sealed class ContactDoor(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links)
{
    /// <summary>Purposes of links that are about the contact, not about one ask.</summary>
    public static IReadOnlyList<LinkPurpose> Purposes { get; } = [LinkPurpose.ContactLimits, LinkPurpose.ContactPause, LinkPurpose.ContactRecord, LinkPurpose.ContactWithdrawal];

    /// <summary>The contact of a token of one purpose; null when the token is of another kind, or the contact has left.</summary>
    public async Task<ContactPage?> FindAsync(string? token, LinkPurpose purpose, CancellationToken ct) =>
        await links.FindAsync(token, ct) is { } link && link.Purpose == purpose ? await OfAsync(link, ct) : null;

    /// <summary>The contact of a token of any of these purposes.</summary>
    public async Task<ContactPage?> FindAsync(string? token, CancellationToken ct) =>
        await links.FindAsync(token, ct) is { } link && Purposes.Contains(link.Purpose) ? await OfAsync(link, ct) : null;

    private async Task<ContactPage?> OfAsync(SignedLink link, CancellationToken ct)
    {
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == link.SubjectId && row.LeftAt == null, ct);
        var customer = contact is null ? null : await db.Customers.AsNoTracking().Present().Include(row => row.Permissions).SingleOrDefaultAsync(row => row.Id == contact.CustomerId, ct);
        return customer is null
            ? null
            : new ContactPage(link.Id, link.Purpose, link.IsOpen(clock.UtcNow()), link.ExpiresAt, contact!, customer, Zones.Exists(contact!.ZoneId) ? contact.ZoneId! : await db.ProgramZoneAsync(ct));
    }
}
