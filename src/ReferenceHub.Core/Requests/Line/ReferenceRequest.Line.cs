using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Who is asked one after another, in that order; none of them was asked yet.</summary>
    public IReadOnlyList<Candidate> Line => [.. candidates.Where(candidate => candidate.LinePlace is not null).OrderBy(candidate => candidate.LinePlace)];

    /// <summary>Whose turn it is by itself: the first in line, while references are missing and no answer is awaited; nobody where several are asked at once.</summary>
    public Candidate? NextInLine() => AskMode == AskMode.OneByOne && State == RequestState.Sourcing && !candidates.Exists(candidate => candidate.State.IsAsked()) && Line is [var next, ..]
        ? next
        : null;

    /// <summary>Asks one after another from now on, or several at once.</summary>
    public void AskBy(Moment moment, AskMode mode)
    {
        MustBeWorkedOn();
        if (mode == AskMode)
        {
            return;
        }

        AskMode = mode;
        Record(moment, RequestEventKind.AskModeChanged, note: mode.InWords());
    }

    /// <summary>Gives a candidate another place in the line, from 1; the others move up or down. One that stands outside joins.</summary>
    public void PlaceInLine(Guid candidateId, int place)
    {
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        var others = Line.Where(other => other != candidate).ToList();
        candidate.Stand(1);
        others.Insert(Math.Clamp(place - 1, 0, others.Count), candidate);
        for (var at = 0; at < others.Count; at++)
        {
            others[at].Stand(at + 1);
        }
    }

    /// <summary>Takes a candidate out of the line: it stays proposed and is asked only when somebody does so.</summary>
    public void LeaveLine(Guid candidateId)
    {
        MustBeWorkedOn();
        CandidateOf(candidateId).Stand(null);
    }

    /// <summary>The next in line can't be asked now; it leaves the line and the reason is told, not to the requester.</summary>
    public void PassOver(Moment moment, Guid candidateId, string reason)
    {
        LeaveLine(candidateId);
        Record(moment, RequestEventKind.PassedOver, CandidateOf(candidateId), Guard.Cut(reason, ReasonLength), secret: true);
    }

    // Enough have accepted: whoever has not answered yet is let go.
    private void WithdrawOpenAsks(Moment moment)
    {
        foreach (var candidate in candidates.Where(candidate => candidate.State.IsAsked()))
        {
            candidate.FallAway(CandidateState.Withdrawn, moment.Now);
            Record(moment, RequestEventKind.Withdrawn, candidate, "Enough have accepted");
        }
    }
}
