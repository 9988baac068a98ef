using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>The steps of a candidate: only the parties on its route, with times where they were reached.</summary>
public static class CandidateTrack
{
    /// <summary>The track of a candidate for a type of activity.</summary>
    public static IReadOnlyList<CandidateStep> Of(Candidate candidate, ActivityType type)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(type);
        var steps = new List<CandidateStep> { new(CandidateState.Proposed, "Proposed", candidate.ProposedAt, Current: false) };
        if (type.Route != ApprovalRoute.SelfServeElseOwner || candidate.OwnerAskedAt is not null || candidate.Customer?.RfpListed != true)
        {
            steps.Add(new(CandidateState.OwnerAsked, "Owner asked", candidate.OwnerAskedAt, Current: false));
        }

        if (type.Route == ApprovalRoute.OwnerLegalCustomer)
        {
            steps.Add(new(CandidateState.LegalAsked, "Legal asked", candidate.LegalAskedAt, Current: false));
        }

        if (type.Route != ApprovalRoute.SelfServeElseOwner)
        {
            steps.Add(new(CandidateState.CustomerAsked, "Customer asked", candidate.CustomerAskedAt, Current: false));
        }

        steps.Add(new(CandidateState.Accepted, "Accepted", candidate.AcceptedAt, Current: false));
        if (type.Minutes > 0)
        {
            steps.Add(new(CandidateState.Scheduled, "Scheduled", candidate.ScheduledFor, Current: false));
        }

        steps.Add(new(CandidateState.Completed, "Completed", candidate.State == CandidateState.Completed ? candidate.EndedAt : null, Current: false));
        var last = steps.FindLastIndex(step => step.At is not null);
        steps[last] = steps[last] with { Current = true, Note = Fate(candidate.State) };
        return steps;
    }

    private static string? Fate(CandidateState state) => state switch
    {
        CandidateState.Declined => "no",
        CandidateState.NoAnswer => "no answer",
        CandidateState.Withdrawn => "withdrawn",
        CandidateState.NoShow => "no-show",
        _ => null,
    };
}
