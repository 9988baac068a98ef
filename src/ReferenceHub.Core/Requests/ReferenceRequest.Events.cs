using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    private void Record(Moment moment, RequestEventKind kind, Candidate? candidate = null, string? note = null, bool secret = false, string? source = null)
    {
        var line = new RequestEvent(moment.Ids.Next(), Id, NextPlace++, moment.Now, moment.By.ActorId, moment.By.Name, kind)
        {
            State = State,
            CandidateId = candidate?.Id,
            Note = Guard.Optional(note, ReasonLength, "Note"),
            NoteIsSecret = secret,
            Source = Guard.Optional(source, NameLength, "Source"),
            HeldBy = SubmittedAt is null || kind == RequestEventKind.Submitted || kind == RequestEventKind.Reopened ? null : Ball,
        };
        // Counted from submit, so that the parts add up to the whole minute by minute.
        line.Minutes = line.HeldBy is null ? 0 : Math.Max(0, moment.Time.MinutesBetween(SubmittedAt!.Value, moment.Now) - moment.Time.MinutesBetween(SubmittedAt.Value, LastEventAt));
        PassBall(moment.Now);
        line.Ball = Ball;
        LastEventAt = moment.Now;
        events.Add(line);
    }

    /// <summary>Place of the next line in the timeline.</summary>
    public int NextPlace { get; private set; } = 1;

    private void PassBall(DateTime now)
    {
        var next = HolderOfBall();
        if (next != Ball || BallSince is null)
        {
            Ball = next;
            BallSince = now;
        }
    }

    private Party? HolderOfBall() => State switch
    {
        RequestState.Draft or RequestState.OnHold => Party.Requester,
        RequestState.Submitted or RequestState.Triaged => Party.Program,
        RequestState.Sourcing or RequestState.Confirmed => HolderByCandidates(),
        _ => null,
    };

    // The furthest advanced ask decides, ties go to the earliest asked; without one the program has to act,
    // and once every yes has a date the customer's use is what everybody waits for.
    private Party HolderByCandidates()
    {
        var ask = candidates.Where(candidate => candidate.State.IsAsked())
            .OrderByDescending(candidate => candidate.State)
            .ThenBy(candidate => candidate.AskedAt)
            .FirstOrDefault();
        return ask?.State.AskedParty()
            ?? (State == RequestState.Confirmed && candidates.Where(candidate => candidate.State.IsAhead()).All(candidate => candidate.State == CandidateState.Scheduled) ? Party.Customer : Party.Program);
    }
}
