using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Sending the prospect's invitation once it is known where it goes, or once more.</summary>
public sealed class UseInvitations(ReferenceHubDbContext db, RequestDoor door, UseLetters letters, ProspectAddresses addresses)
{
    /// <summary>Field of the address.</summary>
    public const string Field = "Email";

    /// <summary>Notes the prospect's address on the request and sends the invitation of a use that lies ahead.</summary>
    public Task<Outcome> InviteAsync(int number, Guid candidateId, string address, string? contact, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);
            var candidate = request.CandidateOf(candidateId);
            if (!MailText.IsAddress(address))
            {
                return Outcome.Refuse("Enter one plain e-mail address.", Field);
            }

            if (candidate is not { State: CandidateState.Scheduled, ScheduledFor: { } at } || at <= moment.Now)
            {
                return Outcome.Refuse("There is no time ahead to invite to. Agree a time first.", Field);
            }

            var before = RequestQueries.NeedOf(request);
            request.InviteAt(moment, candidateId, address, contact);
            var followed = await addresses.FollowAsync(request, before, Field, moment, stop);
            if (followed is { IsDone: false } or { Value: true })
            {
                return followed;
            }

            if (await addresses.WhyNotAsync(candidate, Field, moment, stop) is { } no)
            {
                return no;
            }

            await letters.InviteAsync(request, candidate, await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, stop), stop);
            return Outcome.Done;
        }, ct);
}
