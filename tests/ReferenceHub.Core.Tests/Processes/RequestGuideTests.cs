using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>Which part of its process a request is in.</summary>
public sealed class RequestGuideTests
{
    [Theory]
    [InlineData(RequestState.Submitted, "", RequestTurn.Triage)]
    [InlineData(RequestState.Triaged, "Proposed", RequestTurn.Sourcing)]
    [InlineData(RequestState.Sourcing, "Declined OwnerAsked", RequestTurn.Owner)]
    [InlineData(RequestState.Sourcing, "OwnerAsked CustomerAsked LegalAsked", RequestTurn.Customer)]
    [InlineData(RequestState.Sourcing, "Declined NoAnswer", RequestTurn.Sourcing)]
    [InlineData(RequestState.Confirmed, "Accepted", RequestTurn.Scheduling)]
    [InlineData(RequestState.Confirmed, "Accepted Scheduled", RequestTurn.Use)]
    [InlineData(RequestState.Completed, "Completed", RequestTurn.Afterwards)]
    [InlineData(RequestState.OnHold, "OwnerAsked", null)]
    [InlineData(RequestState.Expired, "NoAnswer", null)]
    public void The_furthest_candidate_says_so(RequestState state, string candidates, RequestTurn? turn) => RequestGuide.TurnOf(
        state, candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CandidateState>)).ShouldBe(turn);
}
