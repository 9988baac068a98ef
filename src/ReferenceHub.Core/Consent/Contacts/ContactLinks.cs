using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Consent;

/// <summary>Mails a contact a fresh link to their own record, to their own address: whoever else holds a link learns nothing and can change nothing.</summary>
public sealed class ContactLinks(ReferenceHubDbContext db, TimeProvider clock, SignedLinks links, Letters letters)
{
    /// <summary>Days a link works.</summary>
    public const int Days = 7;

    /// <summary>Most links of one contact in 24 hours.</summary>
    public const int MostADay = 8;

    private const int MostUses = 20;

    /// <summary>The words that say what a link of a purpose is for.</summary>
    public static string WordsKey(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ContactLimits => "choice.limits",
        LinkPurpose.ContactPause => "choice.pause",
        LinkPurpose.ContactRecord => "choice.record",
        LinkPurpose.ContactWithdrawal => "choice.withdrawal",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Not a link of a contact."),
    };

    /// <summary>Mails it; earlier ones for the same thing end. Refused, by the key of the words, without an address or when many went out today.</summary>
    public Task<Outcome> MailAsync(Guid contactId, LinkPurpose purpose, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var now = clock.UtcNow();
            var contact = await db.Contacts.SingleOrDefaultAsync(row => row.Id == contactId && row.LeftAt == null, stop) ?? throw new MissingException("contact");
            if (contact.Email is not { } address || !MailText.IsAddress(address))
            {
                return Outcome.Refuse("letter.no-address");
            }

            var since = now.AddDays(-1);
            if (await db.SignedLinks.CountAsync(link => link.SubjectId == contactId && ContactDoor.Purposes.Contains(link.Purpose) && link.CreatedAt > since, stop) >= MostADay)
            {
                return Outcome.Refuse("letter.too-many");
            }

            await links.RevokeAsync(purpose, contactId, stop);
            var fresh = links.Give(purpose, contactId, TimeSpan.FromDays(Days), MostUses).For(contactId, null);
            var words = OutsideWords.In(MailLanguages.FirstOf(contact.Languages));
            var zone = Zones.Exists(contact.ZoneId) ? contact.ZoneId! : await db.ProgramZoneAsync(stop);
            var values = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["customer"] = await db.Customers.Where(row => row.Id == contact.CustomerId).Select(row => row.Name).SingleAsync(stop),
                ["what"] = words[WordsKey(purpose)],
                ["until"] = words.Moment(fresh.ExpiresAt, zone),
            };
            await letters.WriteAsync(new Letter(MessageKinds.ContactLink, new Recipient(contact.Name, address, words.Language, contact.ZoneId), values, null, fresh), stop);
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);
}
