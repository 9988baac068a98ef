using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Requests;

/// <summary>What follows when the prospect is written to at another address, and how many invitations that may come to. Part of the transaction at hand.</summary>
public sealed class ProspectAddresses(ReferenceHubDbContext db, UseLetters letters)
{
    /// <summary>Most invitations to the prospect of one use in 24 hours, however they came about.</summary>
    public const int MostADay = 5;

    /// <summary>
    /// The request's address is no longer that of <paramref name="before"/>: every use ahead is called off at the one before and invited to at the new one.
    /// Answers whether there was such an address; refused, beside the field, when too many invitations went out.
    /// </summary>
    internal async Task<Outcome<bool>> FollowAsync(ReferenceRequest request, RequestNeed before, string field, Moment moment, CancellationToken ct)
    {
        if (!MailText.IsAddress(before.ProspectEmail) || string.Equals(before.ProspectEmail, request.ProspectEmail, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct);
        foreach (var candidate in request.Candidates.Where(candidate => type.HasTime && candidate.State == CandidateState.Scheduled && candidate.ScheduledFor > moment.Now))
        {
            if (MailText.IsAddress(request.ProspectEmail) && await WhyNotAsync(candidate, field, moment, ct) is { } no)
            {
                return Outcome<bool>.Refuse(no.Refusal!, no.Field);
            }

            await letters.RedirectAsync(request, candidate, type, before, ct);
        }

        return true;
    }

    /// <summary>Why no further invitation goes out for this candidate's use today; null when one may.</summary>
    internal async Task<Outcome?> WhyNotAsync(Candidate candidate, string field, Moment moment, CancellationToken ct)
    {
        var since = moment.Now.AddDays(-1);
        var lately = await db.OutboxMessages.CountAsync(
            mail => mail.Kind == MessageKinds.ProspectInvited && mail.CreatedAt > since && mail.State != OutboxState.CalledOff
                && db.SignedLinks.Any(link => link.Id == mail.LinkId && link.SubjectId == candidate.Id),
            ct);
        return lately < MostADay ? null : Outcome.Refuse($"{MostADay} invitations went out for this time within a day. Wait until tomorrow, or call the prospect.", field);
    }
}
