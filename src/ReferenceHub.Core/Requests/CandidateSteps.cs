using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The step after an agreement: ask the next party on the route, or accept when there is none left.</summary>
internal static class CandidateSteps
{
    internal static void Next(
        ReferenceHubDbContext db,
        ReferenceRequest request,
        Candidate candidate,
        IReadOnlyList<Party> route,
        Party? agreed,
        Guid useId,
        ActivityType type,
        Moment moment,
        string? note = null,
        string? source = null)
    {
        if (CandidateRoute.After(route, agreed) is { } party)
        {
            request.Ask(moment, candidate.Id, party, useId, CandidateRoute.ReplyDue(type, party, moment.Now, moment.Time));
        }
        else
        {
            request.Accept(moment, candidate.Id, useId, note, source);
            ContactReleases.Open(db, request, candidate, moment);
        }
    }
}
