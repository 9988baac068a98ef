using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Somebody who is asked for a candidate: whom the link is given to, and how they are written to.</summary>
internal sealed record AskReader(Guid HolderId, Recipient To);

/// <summary>Who is written to when a party is asked: the owner and who stands in, everybody of legal, the contact.</summary>
public sealed class AskReaders(ReferenceHubDbContext db, StandIns standIns)
{
    internal Task<IReadOnlyList<AskReader>> OfAsync(Candidate candidate, Party party, CancellationToken ct) => party switch
    {
        Party.Owner => OwnersAsync(candidate, ct),
        Party.Legal => LegalAsync(ct),
        _ => ContactAsync(candidate, ct),
    };

    private async Task<IReadOnlyList<AskReader>> OwnersAsync(Candidate candidate, CancellationToken ct)
    {
        var ownerId = await db.Customers.Where(customer => customer.Id == candidate.CustomerId).Select(customer => customer.OwnerId).SingleAsync(ct);
        if (ownerId is not { } owner)
        {
            return [];
        }

        Guid[] asked = [owner, .. (await standIns.OfAsync([owner], ct)).Values];
        return await db.Users.AsNoTracking().WhoCanSignIn().Where(user => asked.Contains(user.Id))
            .Select(user => new AskReader(user.Id, new Recipient(user.Name, user.Email!, null, user.ZoneId, user.Id))).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<AskReader>> LegalAsync(CancellationToken ct) =>
        await db.LegalPeople.AsNoTracking().OrderBy(person => person.EmailKey)
            .Select(person => new AskReader(person.Id, new Recipient(person.Name, person.Email, null, null, null))).ToListAsync(ct);

    private async Task<IReadOnlyList<AskReader>> ContactAsync(Candidate candidate, CancellationToken ct)
    {
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(person => person.Id == candidate.ContactId && person.LeftAt == null, ct);
        return contact?.Email is { } address && MailText.IsAddress(address)
            ? [new AskReader(contact.Id, new Recipient(contact.Name, address, MailLanguages.FirstOf(contact.Languages), contact.ZoneId))]
            : [];
    }
}
