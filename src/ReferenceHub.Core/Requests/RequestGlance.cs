namespace ReferenceHub.Core.Requests;

/// <summary>Where a request and its candidates stood before a command, to compare with afterwards.</summary>
internal sealed record RequestGlance(RequestState State, IReadOnlyDictionary<Guid, CandidateState> Candidates)
{
    internal static RequestGlance Of(ReferenceRequest request) => new(request.State, request.Candidates.ToDictionary(candidate => candidate.Id, candidate => candidate.State));

    /// <summary>Whoever is over now without having been held, and was not before.</summary>
    internal IReadOnlyList<Candidate> FellAway(ReferenceRequest request) => [.. request.Candidates.Where(candidate => candidate.State.FellAway() && Was(candidate).IsLive())];

    /// <summary>Whether it had said yes.</summary>
    internal bool HadSaidYes(Candidate candidate) => Was(candidate).IsYes();

    /// <summary>Whether the request ended since.</summary>
    internal bool Ended(ReferenceRequest request) => !State.IsEnd() && request.State.IsEnd();

    private CandidateState Was(Candidate candidate) => Candidates.GetValueOrDefault(candidate.Id, CandidateState.Proposed);
}
