using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

public sealed partial class Project
{
    /// <summary>Most steps of one project.</summary>
    public const int MostSteps = 150;

    /// <summary>Its holder begins.</summary>
    public void Begin(ProjectMoment moment, string key)
    {
        var step = Working(moment, key);
        step.Begin(moment);
        Record(moment, ProjectEventKind.Begun, step, null);
        Settle(moment);
    }

    /// <summary>A step is done, with its outcome where there is a choice; what waited for it gets its turn. Publishing has a verb of its own.</summary>
    public void Finish(ProjectMoment moment, string key, string? outcome = null)
    {
        var step = Working(moment, key);
        if (step.Work == StepWork.Publish)
        {
            throw new IllegalMoveException($"“{step.Name}” is done by publishing.");
        }

        step.End(moment, outcome);
        Record(moment, ProjectEventKind.StepDone, step, outcome);
        Settle(moment);
    }

    /// <summary>Leaves a step out. A gate is never left out, and what publishes is not either.</summary>
    public void Skip(ProjectMoment moment, string key, string reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorked();
        var step = Step(key);
        if (step.Gate is not null || step.Work == StepWork.Publish)
        {
            throw new IllegalMoveException(step.Gate is not null ? $"“{step.Name}” is a gate: it is passed or holds what comes after it, and is never skipped." : $"“{step.Name}” publishes and can't be skipped; cancel the project instead.");
        }

        step.Skip(moment, reason);
        Record(moment, ProjectEventKind.Skipped, step, reason);
        Settle(moment);
    }

    /// <summary>A step cannot go on.</summary>
    public void Block(ProjectMoment moment, string key, string reason)
    {
        var step = Working(moment, key);
        step.Block(moment, reason);
        Record(moment, ProjectEventKind.Blocked, step, reason);
        Settle(moment);
    }

    /// <summary>A step can go on.</summary>
    public void Unblock(ProjectMoment moment, string key)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorked();
        var step = Step(key);
        step.Unblock(moment);
        Record(moment, ProjectEventKind.Unblocked, step, null);
        Settle(moment);
    }

    /// <summary>
    /// Sends the work back from one step to one before it, that does it again. Everything between waits for it anew: a yes that was given to the old
    /// work is none to the new.
    /// </summary>
    public void SendBack(ProjectMoment moment, string fromKey, string toKey, string reason)
    {
        var from = Working(moment, fromKey);
        var to = Step(toKey);
        if (!StepOrder.Before(steps, fromKey).Contains(toKey) || to.State != StepState.Done)
        {
            throw new IllegalMoveException($"“{from.Name}” can only send back to a step that came before it and was done.");
        }

        if (steps.Find(step => step.Work == StepWork.Publish && step.State == StepState.Done && StepOrder.Before(steps, step.Key).Contains(toKey)) is { } published)
        {
            throw new IllegalMoveException($"What “{to.Name}” made is out since “{published.Name}”: withdraw the content and start a new project.");
        }

        to.ComeBack(moment, reason);
        Record(moment, ProjectEventKind.SentBack, to, reason);
        WaitBehind(moment, to);
        Settle(moment);
    }

    /// <summary>Takes back that a step was done or left out, as long as nothing that came after it has begun or ended.</summary>
    public void TakeBack(ProjectMoment moment, string key)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorked();
        var step = Step(key);
        if (!step.State.IsOver() || step.Work == StepWork.Publish)
        {
            throw new IllegalMoveException($"“{step.Name}” is {step.State.InWords()}: there is nothing to take back.");
        }

        if (steps.Find(next => next.After.Contains(key) && next.State is not (StepState.Waiting or StepState.Ready)) is { } begun)
        {
            throw new IllegalMoveException($"“{begun.Name}” has gone on from there: send it back instead.");
        }

        step.TakeBack(moment);
        Record(moment, ProjectEventKind.TakenBack, step, null);
        WaitBehind(moment, step);
        Settle(moment);
    }

    /// <summary>Gives a step to somebody, or to nobody yet.</summary>
    public void Assign(ProjectMoment moment, string key, Holder? holder, string? name)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeOpen();
        var step = Step(key);
        if (step.State.IsOver())
        {
            throw new IllegalMoveException($"“{step.Name}” is {step.State.InWords()}.");
        }

        step.Give(holder);
        Record(moment, ProjectEventKind.Assigned, step, name);
        Settle(moment);
    }

    /// <summary>Says who does the steps of a role; those that are not over and were held by the one before, or by nobody, go to them.</summary>
    public void Engage(ProjectMoment moment, StepRole role, Holder holder, string name)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(holder);
        MustBeOpen();
        var member = cast.Find(one => one.Role == role);
        var before = member?.Holder;
        foreach (var step in steps.Where(step => step.Role == role && !step.State.IsOver() && (step.Holder is null || step.Holder == before)))
        {
            step.Give(holder);
        }

        if (member is null)
        {
            cast.Add(new CastMember(Id, role, holder));
        }
        else
        {
            member.Become(holder);
        }

        Record(moment, ProjectEventKind.Assigned, null, name);
        Settle(moment);
    }

    /// <summary>Adds a step to this run only: after some steps, before others that have not begun.</summary>
    public ProjectStep AddStep(ProjectMoment moment, ProcessStep spec, IReadOnlyCollection<string> before)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(before);
        MustBeOpen();
        if (spec.Work is StepWork.Publish or StepWork.Consent || spec.Gate is not null)
        {
            throw new IllegalMoveException("Gates, consent and publishing come from the process; they are not added to one run.");
        }

        if (steps.Count >= MostSteps)
        {
            throw new IllegalMoveException($"A project has at most {MostSteps} steps.");
        }

        var like = steps.Find(step => step.Stage == spec.Stage) ?? throw new MissingException("stage");
        var stage = new ProcessStage { Key = like.Stage, Name = like.StageName, After = !like.IsCounted };
        foreach (var key in spec.After.Concat(before))
        {
            _ = Step(key);
        }

        if (before.Select(Step).FirstOrDefault(step => step.State is not (StepState.Waiting or StepState.Ready)) is { } begun)
        {
            throw new IllegalMoveException($"“{begun.Name}” has begun already; nothing can be put before it.");
        }

        if (steps.Exists(step => step.Key == spec.Key))
        {
            throw new IllegalMoveException($"There is a step “{spec.Key}” already.");
        }

        if (CircleWith(spec, before) is { } circle)
        {
            throw new IllegalMoveException($"These steps would wait for each other: {string.Join(" → ", circle)}.");
        }

        var added = new ProjectStep(moment.Ids.Next(), Id, PlaceBehind(spec), spec, stage) { IsOwn = true };
        foreach (var next in before.Select(Step))
        {
            next.ComeAfter([.. next.After, added.Key]);
        }

        steps.Add(added);
        foreach (var next in before.Select(Step).Where(step => step.State == StepState.Ready))
        {
            next.WaitAgain(moment);
        }

        Record(moment, ProjectEventKind.StepAdded, added, null);
        Settle(moment);
        return added;
    }

    /// <summary>Splits a step that is not over: it keeps its key and the first name, the others run beside it, and all that came after it waits for all of them.</summary>
    public void Split(ProjectMoment moment, string key, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(names);
        MustBeOpen();
        var step = Step(key);
        if (step.State.IsOver() || step.Gate is not null || step.Work == StepWork.Publish || names.Count is < 2 or > 6)
        {
            throw new IllegalMoveException(
                step.State.IsOver() ? $"“{step.Name}” is {step.State.InWords()}."
                : names.Count is < 2 or > 6 ? "A step is split into two to six parts."
                : $"“{step.Name}” is one decision and can't be split.");
        }

        var stage = new ProcessStage { Key = step.Stage, Name = step.StageName, After = !step.IsCounted };
        var old = step.Name;
        List<string> taken = [.. steps.Select(one => one.Key)];
        foreach (var name in names.Skip(1))
        {
            var part = new ProcessStep { Key = ProcessKey.Of(name, ProcessStep.KeyLength, taken), Name = Guard.Required(name, ProcessStep.NameLength, "Name"), Stage = step.Stage, Work = step.Work, Role = step.Role, Days = step.Days, Wait = step.Wait, After = step.After };
            taken.Add(part.Key);
            var added = new ProjectStep(moment.Ids.Next(), Id, PlaceBehind(step.Place), part, stage) { IsOwn = true, PlannedOn = step.PlannedOn };
            added.Give(step.Holder);
            foreach (var next in steps.Where(one => one.After.Contains(key)))
            {
                next.ComeAfter([.. next.After, added.Key]);
            }

            steps.Add(added);
        }

        step.Name = Guard.Required(names[0], ProcessStep.NameLength, "Name");
        Record(moment, ProjectEventKind.Split, step, $"{old}: {string.Join(", ", names)}");
        Settle(moment);
    }

    /// <summary>Ticks a line of a step's checklist, or takes the tick away.</summary>
    public void Tick(ProjectMoment moment, string key, string line, bool on)
    {
        var step = Working(moment, key);
        step.Tick(line, on);
        LastEventAt = moment.Now;
    }

    /// <summary>Notes that the holder of a step was reminded.</summary>
    public void Remind(ProjectMoment moment, string key, string? name)
    {
        var step = Working(moment, key);
        (step.Reminders, step.RemindedAt) = (step.Reminders + 1, moment.Now);
        RecordQuietly(moment, ProjectEventKind.Reminded, step, name);
    }

    /// <summary>Notes that the lead was told that a step is late.</summary>
    public void Escalate(ProjectMoment moment, string key)
    {
        var step = Working(moment, key);
        step.EscalatedAt = moment.Now;
        RecordQuietly(moment, ProjectEventKind.Escalated, step, null);
    }

    private List<string>? CircleWith(ProcessStep added, IReadOnlyCollection<string> before)
    {
        List<PlanStep> planned = [.. steps.Select(step => new PlanStep(step.Key, before.Contains(step.Key) ? [.. step.After, added.Key] : step.After, 0)), PlanStep.Of(added)];
        return StepOrder.Circle(planned)?.Select(key => key == added.Key ? added.Name : Step(key).Name).ToList();
    }

    private ProjectStep Working(ProjectMoment moment, string key)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeWorked();
        var step = Step(key);
        MustWork(step);
        return step;
    }

    private void MustBeWorked()
    {
        if (!ProjectStates.Worked.Contains(State))
        {
            throw new IllegalMoveException(State == ProjectState.OnHold ? "This project rests; resume it first." : $"This project is {State.InWords()}.");
        }
    }

    private static void MustWork(ProjectStep step)
    {
        if (!step.State.IsOpen())
        {
            throw new IllegalMoveException(step.State == StepState.Waiting ? $"“{step.Name}” waits for what comes before it." : $"“{step.Name}” is {step.State.InWords()} already.");
        }
    }

    private void WaitBehind(ProjectMoment moment, ProjectStep step)
    {
        foreach (var next in steps.Where(next => next.Id != step.Id && next.State is not (StepState.Waiting or StepState.Skipped) && StepOrder.Before(steps, next.Key).Contains(step.Key)))
        {
            next.WaitAgain(moment);
            Record(moment, ProjectEventKind.TakenBack, next, "Waits again");
        }
    }

    // What the product does by itself is no sign of life of the project.
    private void RecordQuietly(ProjectMoment moment, ProjectEventKind kind, ProjectStep step, string? note)
    {
        var last = LastEventAt;
        Record(moment, kind, step, note);
        LastEventAt = last;
    }

    private int PlaceBehind(ProcessStep spec) => PlaceBehind(steps.Where(step => step.Stage == spec.Stage && (spec.After.Count == 0 || spec.After.Contains(step.Key))).Select(step => step.Place).DefaultIfEmpty(steps.Where(step => step.Stage == spec.Stage).Max(step => step.Place)).Max());

    private int PlaceBehind(int place)
    {
        foreach (var later in steps.Where(step => step.Place > place))
        {
            later.Place++;
        }

        return place + 1;
    }
}
