using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A letter of thanks to the contact after a use, with a few words of the requester's or the program's own; once a use.</summary>
public sealed class Thanks(ReferenceHubDbContext db, RequestDoor door, Letters letters, UsePartyFinder finder)
{
    /// <summary>Writes it.</summary>
    public Task<Outcome> SendAsync(int number, Guid candidateId, string? words, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);
            var candidate = request.CandidateOf(candidateId);
            if (await db.RequestEvents.AnyAsync(line => line.RequestId == request.Id && line.CandidateId == candidateId && line.Kind == RequestEventKind.Thanked, stop))
            {
                return Outcome.Refuse("The contact was thanked already.");
            }

            request.NoteThanks(moment, candidateId, words);
            var parties = await finder.OfAsync(request, candidate, stop);
            if (parties.ContactEmail is not { } address)
            {
                return Outcome.Refuse("This contact has no mail address to write to. Thank them in person.");
            }

            var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, stop);
            var values = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["requester"] = parties.Requester, ["prospect"] = parties.ProspectTold, ["activity"] = UseWords.Activity(type, parties.ContactLanguage), ["reason"] = words,
            };
            await letters.WriteAsync(new Letter(MessageKinds.Thanks, new Recipient(parties.Contact!, address, parties.ContactLanguage, parties.ContactZone), values, type.Key, null, null, parties.RequesterEmail), stop);
            return Outcome.Done;
        }, ct);
}
