using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Sending the prospect's invitation once it is known where it goes, or once more.</summary>
public sealed class UseInvitations(ReferenceHubDbContext db, RequestDoor door, UseLetters letters)
{
    /// <summary>Field of the address.</summary>
    public const string Field = "Email";

    /// <summary>Most invitations to the prospect of one use in 24 hours.</summary>
    public const int MostADay = 5;

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

            if (await SentLatelyAsync(candidateId, moment.Now, stop) >= MostADay)
            {
                return Outcome.Refuse($"{MostADay} invitations went out for this time within a day. Wait until tomorrow, or call the prospect.", Field);
            }

            var before = RequestQueries.NeedOf(request);
            request.InviteAt(moment, candidateId, address, contact);
            if (await letters.RedirectAsync(request, before, moment, stop))
            {
                return Outcome.Done;
            }

            await letters.InviteAsync(request, candidate, await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, stop), stop);
            return Outcome.Done;
        }, ct);

    private Task<int> SentLatelyAsync(Guid candidateId, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-1);
        return db.OutboxMessages.CountAsync(
            mail => mail.Kind == MessageKinds.ProspectInvited && mail.CreatedAt > since && db.SignedLinks.Any(link => link.Id == mail.LinkId && link.SubjectId == candidateId), ct);
    }
}
