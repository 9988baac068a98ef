using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

public sealed partial class Project
{
    /// <summary>Key of the stage it is in: that of the first open step, else of the first that waits.</summary>
    public string StageKey { get; private set; } = "";

    /// <summary>The stage it is in, as shown.</summary>
    public string StageName { get; private set; } = "";

    /// <summary>Key of the step in front: the first open one by place, else the first that waits; null when all are over.</summary>
    public string? FrontKey { get; private set; }

    /// <summary>The step in front, as shown.</summary>
    public string? FrontName { get; private set; }

    /// <summary>Open steps beside the one in front.</summary>
    public int Beside { get; private set; }

    /// <summary>Where the holder of the step in front is kept.</summary>
    public HolderKind? TurnKind { get; private set; }

    /// <summary>Whose turn it is.</summary>
    public Guid? TurnId { get; private set; }

    /// <summary>Since when it is their turn (UTC).</summary>
    public DateTime? TurnSince { get; private set; }

    /// <summary>Target of the step in front, in business days.</summary>
    public int TurnDays { get; private set; }

    /// <summary>By when the next of the open steps is to be done (UTC).</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Steps to the promised end that are over.</summary>
    public int DoneCount { get; private set; }

    /// <summary>Steps to the promised end.</summary>
    public int CountedCount { get; private set; }

    /// <summary>True while a gate holds what comes after it.</summary>
    public bool IsHeldByGate { get; private set; }

    /// <summary>True while an open step is blocked.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>The day by which half of like projects would be at the promised end from here; null while it is not known.</summary>
    public DateOnly? ExpectedOn { get; private set; }

    /// <summary>The day by which eight of ten would be.</summary>
    public DateOnly? LikelyBy { get; private set; }

    /// <summary>Takes a new forecast; it is no event and no sign of life.</summary>
    public void Expect(DateOnly? median, DateOnly? likely) => (ExpectedOn, LikelyBy) = (median, likely);

    /// <summary>Gives steps their turn whose time has come, and brings the card up to date. Idempotent; a job calls it each day for steps that wait for a date.</summary>
    public void Settle(ProjectMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (ProjectStates.Worked.Contains(State))
        {
            foreach (var step in steps.Where(step => step.State == StepState.Waiting).OrderBy(step => step.Place).ToList())
            {
                if (IsReady(step, moment))
                {
                    step.ComeTurn(moment);
                    RecordQuietly(moment, ProjectEventKind.TurnCame, step, null);
                }
            }
        }

        Show();
        if (State == ProjectState.Published && steps.TrueForAll(step => step.State.IsOver()))
        {
            Close(moment);
        }
        else if (State == ProjectState.InWork && Makes is null && steps.TrueForAll(step => step.State.IsOver()))
        {
            Close(moment);
        }
    }

    private bool IsReady(ProjectStep step, ProjectMoment moment)
    {
        if (!step.After.TrueForAll(IsPassed))
        {
            return false;
        }

        if (!step.IsCounted && step.After.Count == 0 && State != ProjectState.Published)
        {
            return false;
        }

        var free = step.After.Select(key => Step(key).EndedAt ?? moment.Now).DefaultIfEmpty(moment.Now).Max();
        return step.Wait == 0 || moment.Time.DateOf(free).AddDays(step.Wait) <= moment.Today;
    }

    // Skipping a step opens no way around what comes before it: least of all around a gate, which is never skipped.
    private bool IsPassed(string key)
    {
        var step = Step(key);
        return step.State == StepState.Done || (step.State == StepState.Skipped && step.After.TrueForAll(IsPassed));
    }

    private void Show()
    {
        var open = steps.Where(step => step.State.IsOpen()).OrderBy(step => step.Place).ToList();
        var front = open.Count > 0 ? open[0] : steps.Where(step => step.State == StepState.Waiting).MinBy(step => step.Place);
        (FrontKey, FrontName, Beside) = (front?.Key, front?.Name, Math.Max(0, open.Count - 1));
        var last = front ?? steps.MaxBy(step => step.Place);
        (StageKey, StageName) = (last?.Stage ?? "", last?.StageName ?? "");
        (TurnKind, TurnId, TurnSince, TurnDays) = (front?.HolderKind, front?.HolderId, front?.ReadyAt, front?.Days ?? 0);
        DueAt = open.Where(step => step.Days > 0).Min(step => step.DueAt);
        var counted = steps.Where(step => step.IsCounted).ToList();
        (DoneCount, CountedCount) = (counted.Count(step => step.State.IsOver()), counted.Count);
        IsHeldByGate = open.Exists(step => step.Gate is not null);
        IsBlocked = open.Exists(step => step.State == StepState.Blocked);
    }
}
