using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Whom a link to answer an ask was given to.</summary>
public sealed record AskHolder(string Name, string? ZoneId, IReadOnlyList<string> Languages);

/// <summary>Whether whoever a link was given to still answers for the party: the owner or who stands in, legal while named, the contact while there.</summary>
public sealed class AskHolders(ReferenceHubDbContext db, StandIns standIns)
{
    internal Task<AskHolder?> OfAsync(SignedLink link, Party party, Candidate candidate, CancellationToken ct) => party switch
    {
        Party.Owner => OwnerAsync(link.HolderId, candidate, ct),
        Party.Legal => db.LegalPeople.Where(person => person.Id == link.HolderId).Select(person => new AskHolder(person.Name, null, new List<string>())).SingleOrDefaultAsync(ct),
        _ => ContactAsync(link.HolderId, candidate, ct),
    };

    private async Task<AskHolder?> OwnerAsync(Guid? holder, Candidate candidate, CancellationToken ct)
    {
        if (candidate.Customer!.OwnerId is not { } owner || (owner != holder && (await standIns.OfAsync([owner], ct)).GetValueOrDefault(owner) != holder))
        {
            return null;
        }

        return await db.Users.WhoCanSignIn().Where(user => user.Id == holder).Select(user => new AskHolder(user.Name, user.ZoneId, new List<string>())).SingleOrDefaultAsync(ct);
    }

    // Somebody else may have been chosen since, or the person has left.
    private async Task<AskHolder?> ContactAsync(Guid? holder, Candidate candidate, CancellationToken ct) =>
        candidate.ContactId == holder && await db.Contacts.AsNoTracking().SingleOrDefaultAsync(person => person.Id == holder && person.LeftAt == null, ct) is { } contact
            ? new AskHolder(contact.Name, contact.ZoneId, contact.Languages)
            : null;
}
