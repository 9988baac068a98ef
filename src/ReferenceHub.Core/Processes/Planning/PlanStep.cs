namespace ReferenceHub.Core.Processes;

/// <summary>A step as a plan takes it.</summary>
/// <param name="Key">Key within its process or project.</param>
/// <param name="After">Keys of the steps before it.</param>
/// <param name="Days">Target in business days.</param>
/// <param name="Wait">Calendar days between the end of those before it and its own beginning.</param>
/// <param name="StartedOn">When its turn came, if it has.</param>
/// <param name="DoneOn">When it was done or skipped, if it was.</param>
public sealed record PlanStep(string Key, IReadOnlyList<string> After, int Days, int Wait = 0, DateOnly? StartedOn = null, DateOnly? DoneOn = null) : IOrderedStep
{
    /// <summary>A step of a process that nobody has begun.</summary>
    public static PlanStep Of(ProcessStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new PlanStep(step.Key, step.After, step.Days, step.Wait);
    }
}

/// <summary>When a step is planned. Slack: business days by which it may slip without moving the end; steps that the end does not wait for have none to give: null.</summary>
public sealed record PlannedStep(string Key, DateOnly Start, DateOnly Finish, int? Slack)
{
    /// <summary>True on the chain that decides about the end.</summary>
    public bool IsCritical => Slack <= 0;
}

/// <summary>A plan: dates of every step, and the day on which the step is done that all is about.</summary>
public sealed record StepPlan(DateOnly Start, DateOnly End, IReadOnlyList<PlannedStep> Steps)
{
    /// <summary>The plan of a step.</summary>
    public PlannedStep this[string key] => Steps.First(step => step.Key == key);
}
