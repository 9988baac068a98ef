using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Opens and closes a requester's view of the contact who accepted; part of the transaction at hand.</summary>
internal static class ContactReleases
{
    internal static void Open(ReferenceHubDbContext db, ReferenceRequest request, Candidate candidate, Moment moment) =>
        db.ContactReleases.Add(new ContactRelease(moment.Ids.Next(), candidate.Id, candidate.CustomerId, candidate.ContactId, request.RequesterId, moment.Now));

    internal static Task EndAsync(ReferenceHubDbContext db, Guid candidateId, DateTime now, CancellationToken ct) =>
        ForAsync(db, candidateId, release => release.EndNow(now), ct);

    internal static Task EndAfterCompletionAsync(ReferenceHubDbContext db, Guid candidateId, DateTime now, CancellationToken ct) =>
        ForAsync(db, candidateId, release => release.EndAfterCompletion(now), ct);

    private static async Task ForAsync(ReferenceHubDbContext db, Guid candidateId, Action<ContactRelease> change, CancellationToken ct)
    {
        foreach (var release in await db.ContactReleases.Where(release => release.SourceId == candidateId && release.EndsAt == null).ToListAsync(ct))
        {
            change(release);
        }
    }
}
