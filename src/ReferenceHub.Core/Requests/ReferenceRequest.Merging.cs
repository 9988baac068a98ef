using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Ends as a duplicate: another request serves the same need. Nobody may have said yes for it.</summary>
    public void MergeInto(Moment moment, ReferenceRequest survivor)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(survivor);
        if (survivor.Id == Id)
        {
            throw new IllegalMoveException("A request can't be merged into itself.");
        }

        if (!State.IsOpen() || !survivor.State.IsOpen())
        {
            var ended = State.IsOpen() ? survivor : this;
            throw new IllegalMoveException($"Request #{ended.Number} is {ended.State.InWords()}; only open requests are merged.");
        }

        if (candidates.Exists(candidate => candidate.State.IsYes()))
        {
            throw new IllegalMoveException($"Somebody has said yes for #{Number}. Merge #{survivor.Number} into it instead.");
        }

        MergedIntoId = survivor.Id;
        Become(RequestState.Cancelled);
        EndReason = $"Merged into #{survivor.Number}";
        EndedAt = moment.Now;
        if (HeldAt is not null)
        {
            RunClock(moment);
        }

        HeldState = null;
        Record(moment, RequestEventKind.Merged, note: EndReason);
        WithdrawRest(moment);
    }

    /// <summary>Takes over a duplicate: its requester and followers follow this one, whom nobody was asked yet are proposed here. Answers who was proposed.</summary>
    public IReadOnlyList<Candidate> TakeOver(Moment moment, ReferenceRequest duplicate, string requesterName)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(duplicate);
        var proposed = duplicate.candidates
            .Where(candidate => candidate.State == CandidateState.Proposed && !candidates.Exists(own => own.CustomerId == candidate.CustomerId && own.State.IsLive()))
            .ToList();
        Record(moment, RequestEventKind.Merged, note: $"Took over #{duplicate.Number}, asked by {requesterName}");
        foreach (var person in duplicate.watchers.Select(watcher => watcher.UserId).Append(duplicate.RequesterId).Where(person => person != RequesterId).Distinct())
        {
            Follow(person, moment.Now);
        }

        return proposed.ConvertAll(candidate => Propose(moment, moment.Ids.Next(), candidate.CustomerId, candidate.ContactId));
    }

    /// <summary>What it became part of became part of another.</summary>
    internal void FollowTo(Guid survivorId) => MergedIntoId = survivorId;
}
