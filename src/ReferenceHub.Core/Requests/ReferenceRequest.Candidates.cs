using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Considers a customer; nothing is reserved yet.</summary>
    public Candidate Propose(Moment moment, Guid candidateId, Guid customerId, Guid? contactId, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        if (candidates.Exists(candidate => candidate.CustomerId == customerId && candidate.State.IsLive()))
        {
            throw new IllegalMoveException("This customer is a candidate of this request already.");
        }

        var candidate = new Candidate(candidateId, Id, customerId, contactId, moment.Now);
        candidate.Stand(Line.Count == 0 ? 1 : Line[^1].LinePlace + 1);
        candidates.Add(candidate);
        Record(moment, RequestEventKind.Proposed, candidate, note);
        return candidate;
    }

    /// <summary>Chooses another person at the customer, until the customer was asked; the name is not for the requester.</summary>
    public void ChangeContact(Moment moment, Guid candidateId, Guid contactId, string name)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        candidate.ChooseContact(contactId);
        Record(moment, RequestEventKind.ContactChosen, candidate, name, secret: true);
    }

    /// <summary>Asks the next party on the route; <paramref name="useId"/> names the reservation, <paramref name="replyDue"/> the end of the reply window (UTC).</summary>
    public void Ask(Moment moment, Guid candidateId, Party party, Guid useId, DateTime replyDue)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        var kind = party switch
        {
            Party.Owner => RequestEventKind.OwnerAsked,
            Party.Legal => RequestEventKind.LegalAsked,
            _ => RequestEventKind.CustomerAsked,
        };
        candidate.BeAsked(CandidateStates.AskOf(party), useId, moment.Now, replyDue);
        if (State == RequestState.Triaged)
        {
            Become(RequestState.Sourcing);
        }

        Record(moment, kind, candidate);
    }

    /// <summary>Owner or legal agreed; the next party is asked by the caller.</summary>
    public void Agree(Moment moment, Guid candidateId, Party party, string? note, string? source)
    {
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        var kind = (party, candidate.State) switch
        {
            (Party.Owner, CandidateState.OwnerAsked) => RequestEventKind.OwnerAgreed,
            (Party.Legal, CandidateState.LegalAsked) => RequestEventKind.LegalAgreed,
            _ => throw new IllegalMoveException($"This candidate is {candidate.State.InWords()}; that answer is not awaited."),
        };
        Record(moment, kind, candidate, note, secret: true, source);
    }

    /// <summary>The last party on the route said yes; the first yes stops the clock.</summary>
    public void Accept(Moment moment, Guid candidateId, Guid useId, string? note = null, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        candidate.Accept(useId, moment.Now);
        StopClock(moment);
        if (State == RequestState.Triaged)
        {
            Become(RequestState.Sourcing);
        }

        Record(moment, RequestEventKind.Accepted, candidate, note, source: source);
        Settle(moment);
    }

    /// <summary>Somebody on the route said no; the reason is not shown to the requester.</summary>
    public void Decline(Moment moment, Guid candidateId, Party by, string? reason, string? source = null, DeclineKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var candidate = CandidateOf(candidateId);
        candidate.FallAway(CandidateState.Declined, moment.Now, by, reason, kind);
        Record(moment, RequestEventKind.Declined, candidate, reason, secret: true, source);
        Settle(moment);
    }

    /// <summary>Nobody answered in time.</summary>
    public void NoteSilence(Moment moment, Guid candidateId) => FallAway(moment, candidateId, CandidateState.NoAnswer, RequestEventKind.NoAnswer, null);

    /// <summary>The program takes the candidate back.</summary>
    public void Withdraw(Moment moment, Guid candidateId, string? reason) => FallAway(moment, candidateId, CandidateState.Withdrawn, RequestEventKind.Withdrawn, reason);

    /// <summary>The use was held; actual minutes count from then on.</summary>
    public void CompleteCandidate(Moment moment, Guid candidateId, int? actualMinutes, string? note)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        candidate.Complete(actualMinutes, moment.Now);
        NoteHeld(moment);
        Record(moment, RequestEventKind.Completed, candidate, note);
        Settle(moment);
    }

    /// <summary>The use did not take place.</summary>
    public void NoteNoShow(Moment moment, Guid candidateId, string? note) => FallAway(moment, candidateId, CandidateState.NoShow, RequestEventKind.NoShow, note);

    private void FallAway(Moment moment, Guid candidateId, CandidateState state, RequestEventKind kind, string? note)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var candidate = CandidateOf(candidateId);
        candidate.FallAway(state, moment.Now);
        Record(moment, kind, candidate, note, secret: true);
        Settle(moment);
    }

    // The state follows from the candidates: enough said yes, one fell away, or all are over.
    private void Settle(Moment moment)
    {
        var said = candidates.Count(candidate => candidate.State.IsYes());
        if (State == RequestState.Sourcing && said >= Wanted)
        {
            Become(RequestState.Confirmed);
            Mark(moment);
            WithdrawOpenAsks(moment);
        }

        if (State != RequestState.Confirmed)
        {
            return;
        }

        if (!candidates.Exists(candidate => candidate.State.IsAhead()) && candidates.Exists(candidate => candidate.State == CandidateState.Completed))
        {
            Become(RequestState.Completed);
            EndedAt = moment.Now;
            WithdrawRest(moment);
            Mark(moment);
        }
        else if (said < Wanted)
        {
            Become(RequestState.Sourcing);
            Mark(moment);
        }
    }

    private void Mark(Moment moment)
    {
        PassBall(moment.Now);
        if (events.Count > 0)
        {
            events[^1].State = State;
            events[^1].Ball = Ball;
        }
    }

    private void MustBeWorkedOn()
    {
        if (!State.IsWorkedOn())
        {
            throw new IllegalMoveException(State == RequestState.Submitted
                ? "Take the request first, then work on its candidates."
                : $"This request is {State.InWords()}; its candidates can't be worked on.");
        }
    }
}
