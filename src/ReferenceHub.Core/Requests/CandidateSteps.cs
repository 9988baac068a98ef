using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The step after an agreement: ask the next party on the route, or accept when there is none left. Part of the transaction at hand.</summary>
public sealed class CandidateSteps(ReferenceHubDbContext db, ReservationService reservations, AskLetters letters, AskNotices notices, HistoryLog history)
{
    /// <summary>Takes the step after <paramref name="agreed"/> has said yes; null before anybody was asked.</summary>
    public async Task NextAsync(
        ReferenceRequest request,
        Candidate candidate,
        IReadOnlyList<Party> route,
        Party? agreed,
        Guid useId,
        ActivityType type,
        Moment moment,
        CancellationToken ct,
        string? note = null,
        string? source = null)
    {
        if (CandidateRoute.After(route, agreed) is { } party)
        {
            request.Ask(moment, candidate.Id, party, useId, CandidateRoute.ReplyDue(type, party, moment.Now, moment.Time));
            if (!await letters.AskAsync(request, candidate, party, type, ct))
            {
                request.LeaveOpen(candidate.Id);
            }

            return;
        }

        request.Accept(moment, candidate.Id, useId, note, source);
        ContactReleases.Open(db, request, candidate, moment);
        await letters.AgreedAsync(candidate, ct);
        await reservations.AgreeAsync(useId, moment.By, ct);
        await notices.AcceptedAsync(request, candidate, moment, ct);
        await UnmetNeeds.MetAsync(db, history, request.OpportunityId, type, moment.By, moment.Now, ct);
    }
}
