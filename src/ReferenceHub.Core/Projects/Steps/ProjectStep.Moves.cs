using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Projects;

public sealed partial class ProjectStep
{
    /// <summary>Business minutes between its turns and the beginnings of work.</summary>
    public int QueueMinutes { get; private set; }

    /// <summary>Business minutes of work in the first round.</summary>
    public int WorkMinutes { get; private set; }

    /// <summary>Business minutes of work after it came back.</summary>
    public int ReworkMinutes { get; private set; }

    /// <summary>Business minutes in which it was blocked.</summary>
    public int BlockedMinutes { get; private set; }

    /// <summary>Business minutes in all from its turn to its end, holds of the project left out.</summary>
    public int DwellMinutes => QueueMinutes + WorkMinutes + ReworkMinutes + BlockedMinutes;

    /// <summary>Up to when its minutes are counted (UTC); null while none are.</summary>
    public DateTime? CountedTo { get; private set; }

    /// <summary>The state it was in before it was blocked.</summary>
    public StepState? BeforeBlock { get; private set; }

    internal void ComeTurn(ProjectMoment moment)
    {
        Become(StepState.Ready, moment);
        (ReadyAt, BegunAt, EndedAt, Reason) = (moment.Now, null, null, null);
        NewTurn(moment);
    }

    internal void Begin(ProjectMoment moment)
    {
        if (State == StepState.Blocked)
        {
            throw new IllegalMoveException($"“{Name}” is blocked; say first that it can go on.");
        }

        Become(StepState.InWork, moment);
        BegunAt ??= moment.Now;
    }

    internal void End(ProjectMoment moment, string? outcome)
    {
        Become(StepState.Done, moment);
        BegunAt ??= moment.Now;
        (EndedAt, Outcome, Reason) = (moment.Now, Guard.Optional(outcome, ReasonLength, "Outcome"), null);
    }

    internal void Skip(ProjectMoment moment, string reason)
    {
        var why = Guard.Required(reason, ReasonLength, "Reason");
        Become(StepState.Skipped, moment);
        (EndedAt, Reason, BeforeBlock) = (moment.Now, why, null);
    }

    internal void Block(ProjectMoment moment, string reason)
    {
        var (before, why) = (State, Guard.Required(reason, ReasonLength, "Reason"));
        Become(StepState.Blocked, moment);
        (BeforeBlock, Reason) = (before, why);
    }

    internal void Unblock(ProjectMoment moment)
    {
        Become(BeforeBlock ?? throw new IllegalMoveException($"“{Name}” is {State.InWords()}, not blocked."), moment);
        (BeforeBlock, Reason) = (null, null);
    }

    internal void ComeBack(ProjectMoment moment, string reason)
    {
        var why = Guard.Required(reason, ReasonLength, "Reason");
        Become(StepState.SentBack, moment);
        Rounds++;
        (ReadyAt, BegunAt, EndedAt, Outcome, Reason, Ticked) = (moment.Now, null, null, null, why, []);
        NewTurn(moment);
    }

    /// <summary>Waits again, since what comes before it is no longer over. One that was done will count as come back when its turn comes.</summary>
    internal void WaitAgain(ProjectMoment moment)
    {
        var wasDone = State == StepState.Done;
        Become(StepState.Waiting, moment);
        Rounds += wasDone ? 1 : 0;
        (ReadyAt, BegunAt, DueAt, EndedAt, Outcome, Reason, BeforeBlock, Ticked) = (null, null, null, null, null, null, null, []);
    }

    /// <summary>What was done or left out a moment ago is open again, as it was.</summary>
    internal void TakeBack(ProjectMoment moment)
    {
        Become(State == StepState.Done && BegunAt is not null && BegunAt < EndedAt ? StepState.InWork : ReadyAt is null ? StepState.Waiting : StepState.Ready, moment);
        (EndedAt, Outcome, Reason) = (null, null, null);
    }

    /// <summary>Adds the minutes since the last count to the state it is in.</summary>
    internal void Count(ProjectMoment moment)
    {
        if (CountedTo is not { } since)
        {
            return;
        }

        var minutes = Math.Max(0, moment.Time.MinutesBetween(since, moment.Now));
        switch (State)
        {
            case StepState.Ready:
                QueueMinutes += minutes;
                break;
            case StepState.Blocked:
                BlockedMinutes += minutes;
                break;
            case StepState.InWork or StepState.SentBack when Rounds > 0:
                ReworkMinutes += minutes;
                break;
            case StepState.InWork:
                WorkMinutes += minutes;
                break;
        }

        CountedTo = moment.Now;
    }

    /// <summary>Stops counting while the project rests.</summary>
    internal void Rest(ProjectMoment moment)
    {
        Count(moment);
        CountedTo = null;
    }

    /// <summary>Counts again; what was left of its time when the project was held is left now.</summary>
    internal void GoOn(ProjectMoment moment, DateTime heldSince)
    {
        if (!State.IsOpen())
        {
            return;
        }

        CountedTo = moment.Now;
        if (DueAt is { } due && due > heldSince)
        {
            DueAt = moment.Time.AddMinutes(moment.Now, moment.Time.MinutesBetween(heldSince, due));
        }
    }

    private void NewTurn(ProjectMoment moment) =>
        (DueAt, Reminders, RemindedAt, EscalatedAt) = (moment.Time.AddDays(moment.Now, Days), 0, null, null);

    private void Become(StepState to, ProjectMoment moment)
    {
        StepStates.Check(State, to, Name);
        Count(moment);
        State = to;
        CountedTo = to.IsOpen() ? moment.Now : null;
    }
}
