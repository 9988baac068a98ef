using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Somebody was reminded of an ask when so many percent of the reply window were used.</summary>
    public void Remind(Moment moment, Guid candidateId, int percent)
    {
        MustBeWorkedOn();
        var candidate = CandidateOf(candidateId);
        if (!candidate.State.IsAsked() || percent <= candidate.RemindedAt)
        {
            throw new IllegalMoveException($"This candidate is {candidate.State.InWords()}; there is nothing to remind of.");
        }

        candidate.NoteReminder(percent);
        Record(moment, RequestEventKind.Reminded, candidate, string.Create(CultureInfo.InvariantCulture, $"{percent} % of the time to answer used"), secret: true);
    }

    /// <summary>Nobody could be written to for an ask: no time runs out for whoever was not asked yet.</summary>
    public void LeaveOpen(Guid candidateId)
    {
        var candidate = CandidateOf(candidateId);
        _ = candidate.State.Awaits();
        candidate.LeaveOpen();
    }

    /// <summary>The holder of the ball was told that the first yes is at risk, or the program that it is late; each once for a promise.</summary>
    public void Escalate(Moment moment, Pace pace)
    {
        ArgumentNullException.ThrowIfNull(moment);
        RiskToldAt ??= moment.Now;
        if (pace == Pace.Breached)
        {
            BreachToldAt = moment.Now;
        }

        Record(moment, RequestEventKind.Escalated, note: pace == Pace.Breached ? "The first yes is late" : "80 % of the time to the first yes used");
    }

    /// <summary>What is to be told of the promise now: nothing, that it is at risk, or that it is broken.</summary>
    public Pace? ToEscalate(DateTime now, BusinessTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DueReading.Of(ClockFacts.Of(this), now, time, time.ZoneId) switch
        {
            { Clock: DueClock.FirstYes, State: DueState.Breached } => BreachToldAt is null ? Pace.Breached : null,
            { Clock: DueClock.FirstYes, State: DueState.AtRisk } => RiskToldAt is null ? Pace.AtRisk : null,
            _ => null,
        };
    }

    // Nobody is to answer while the requester is asked: the windows end later by the pause.
    private void PutOffReplies(Moment moment, DateTime since)
    {
        var paused = moment.Time.MinutesBetween(since, moment.Now);
        if (paused == 0)
        {
            return;
        }

        foreach (var candidate in candidates.Where(candidate => candidate.State.IsAsked() && candidate.ReplyDueAt is not null))
        {
            candidate.PutOffReply(moment.Time.AddMinutes(candidate.ReplyDueAt!.Value, paused));
        }
    }
}
