using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Requests;

/// <summary>Which part of its process a request is in.</summary>
public static class RequestGuide
{
    /// <summary>The part; that of the candidate who is furthest while several are open, null where nothing is to be done.</summary>
    public static RequestTurn? TurnOf(RequestState state, IEnumerable<CandidateState> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return state switch
        {
            RequestState.Submitted => RequestTurn.Triage,
            RequestState.Triaged => RequestTurn.Sourcing,
            RequestState.Sourcing or RequestState.Confirmed => candidates.Select(Of).Where(turn => turn is not null).Max() ?? RequestTurn.Sourcing,
            RequestState.Completed => RequestTurn.Afterwards,
            _ => null,
        };
    }

    private static RequestTurn? Of(CandidateState state) => state switch
    {
        CandidateState.OwnerAsked => RequestTurn.Owner,
        CandidateState.LegalAsked => RequestTurn.Legal,
        CandidateState.CustomerAsked => RequestTurn.Customer,
        CandidateState.Accepted => RequestTurn.Scheduling,
        CandidateState.Scheduled => RequestTurn.Use,
        _ => null,
    };
}
