using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Masks a candidate for its reader.</summary>
internal static class CandidateViews
{
    internal static CandidateView Of(
        Candidate candidate, ReferenceRequest request, ActivityType type, RequestSight sight, Dictionary<Guid, string> names, DateTime now, BusinessTime time)
    {
        var secrets = sight.SeesSecrets(candidate);
        var named = sight.SeesName(candidate);
        var worked = request.State.IsWorkedOn();
        return new CandidateView
        {
            Id = candidate.Id,
            CustomerId = candidate.CustomerId,
            Name = names[candidate.Id],
            NameHidden = !named,
            Confidential = candidate.Customer!.IsConfidential,
            ContactId = secrets ? candidate.ContactId : null,
            ContactName = sight.SeesContact(candidate) ? candidate.Contact?.Name : null,
            ContactTitle = sight.SeesContact(candidate) ? candidate.Contact?.JobTitle : null,
            Released = sight.IsRequester && sight.IsReleased(candidate),
            OwnerName = named ? candidate.Customer.Owner?.Name : null,
            Mine = sight.Owns(candidate),
            State = candidate.State,
            Steps = CandidateTrack.Of(candidate, type),
            Reply = candidate.State.IsAsked() && candidate.ReplyDueAt is { } due ? DueReading.OfAnswer(due, AskWindow.MinutesOf(type, candidate.State.Awaits()), request.HeldAt, now, time) : null,
            RemindedAt = candidate.State.IsAsked() && secrets ? candidate.RemindedAt : 0,
            LinePlace = worked && candidate.LinePlace is { } place ? request.Line.Count(other => other.LinePlace <= place) : null,
            ScheduledFor = candidate.ScheduledFor,
            EndedAt = candidate.EndedAt,
            DeclinedBy = secrets ? candidate.DeclinedBy : null,
            DeclineKind = secrets ? candidate.DeclineKind : null,
            DeclineReason = secrets ? candidate.DeclineReason : null,
            SecretsShown = secrets,
            ActualMinutes = candidate.ActualMinutes,
            OverrideSponsor = secrets ? candidate.OverrideSponsor : null,
            Reserved = candidate.UseId is not null && (candidate.State.IsAsked() || candidate.State.IsAhead()),
            MayAnswer = worked && candidate.State.IsAsked() && (sight.Runs || (sight.Owns(candidate) && candidate.State != CandidateState.LegalAsked)),
            MayChangeContact = worked && sight.Runs && candidate.MayChangeContact,
            MayUse = worked && candidate.State.IsAhead() && sight.Drives,
        };
    }
}
