using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Notes who saw how to reach a contact, and by which right; part of the transaction at hand.</summary>
public sealed class ContactReveals(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>Adds a view by somebody who may see the details; the caller saves. The product itself is nobody.</summary>
    public async Task NoteAsync(Contact contact, Viewer by, RevealPlace place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(by);
        if (by.ActorId is not { } userId)
        {
            return;
        }

        var now = clock.UtcNow();
        var (right, source) = await RightAsync(contact, by, now, ct);
        db.ContactReveals.Add(new ContactReveal(ids.Next(), now, await db.ProgramDayAsync(now, ct), userId, contact, right, source, place));
    }

    private async Task<(RevealRight Right, Guid? Source)> RightAsync(Contact contact, Viewer by, DateTime now, CancellationToken ct)
    {
        if (by.Can(Right.SeeCustomerSecrets))
        {
            return (RevealRight.Program, null);
        }

        if (await db.Customers.AnyAsync(customer => customer.Id == contact.CustomerId && customer.OwnerId == by.UserId, ct))
        {
            return (RevealRight.Owner, null);
        }

        var source = await db.ContactReleases.AsNoTracking()
            .Where(release => release.ContactId == contact.Id && release.UserId == by.UserId && (release.EndsAt == null || release.EndsAt > now))
            .OrderByDescending(release => release.ReleasedAt)
            .Select(release => (Guid?)release.SourceId)
            .FirstOrDefaultAsync(ct);
        return (RevealRight.Release, source);
    }
}
