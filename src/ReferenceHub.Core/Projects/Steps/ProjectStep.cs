using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>A step of one project. Its verbs are those of <see cref="Project"/>, which keeps order and gates.</summary>
public sealed partial class ProjectStep : IOrderedStep
{
    /// <summary>Longest reason or outcome in characters.</summary>
    public const int ReasonLength = 500;

    private ProjectStep()
    {
    }

    internal ProjectStep(Guid id, Guid projectId, int place, ProcessStep step, ProcessStage stage)
    {
        (Id, ProjectId, Place) = (id, projectId, place);
        (Key, Name, Stage, StageName, IsCounted) = (step.Key, step.Name, stage.Key, stage.Name, !stage.After);
        (Work, Role, Gate, Days, Wait) = (step.Work, step.Role, step.Gate, step.Days, step.Wait);
        After = [.. step.After];
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which project.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>Place in the order in which steps are read.</summary>
    public int Place { get; internal set; }

    /// <summary>Key within the project; that of the process where it comes from there.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As shown.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Key of its stage.</summary>
    public string Stage { get; private set; } = "";

    /// <summary>Its stage, as shown.</summary>
    public string StageName { get; private set; } = "";

    /// <summary>False when it comes after what was promised.</summary>
    public bool IsCounted { get; private set; }

    /// <summary>True when it was added to this run only.</summary>
    public bool IsOwn { get; internal set; }

    /// <summary>What there is to do.</summary>
    public StepWork Work { get; private set; }

    /// <summary>Who does it by role.</summary>
    public StepRole Role { get; private set; }

    /// <summary>The yes that it stands for.</summary>
    public StepGate? Gate { get; private set; }

    /// <summary>Target in business days.</summary>
    public int Days { get; private set; }

    /// <summary>Calendar days between the end of what it comes after and its turn.</summary>
    public int Wait { get; private set; }

    /// <summary>Keys of the steps before it.</summary>
    public List<string> After { get; private set; } = [];

    IReadOnlyList<string> IOrderedStep.After => After;

    /// <summary>Where it stands.</summary>
    public StepState State { get; private set; }

    /// <summary>Where its holder is kept; null while nobody holds it.</summary>
    public HolderKind? HolderKind { get; private set; }

    /// <summary>Who holds it.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>Who holds it; null for nobody yet.</summary>
    public Holder? Holder => HolderKind is { } kind && HolderId is { } id ? new Holder(kind, id) : null;

    /// <summary>When it was planned to be done, when the project was planned.</summary>
    public DateOnly? PlannedOn { get; internal set; }

    /// <summary>When its turn came last (UTC).</summary>
    public DateTime? ReadyAt { get; private set; }

    /// <summary>When its holder began last (UTC).</summary>
    public DateTime? BegunAt { get; private set; }

    /// <summary>By when it is to be done (UTC); moves with holds.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>When it was done or left out (UTC).</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>How often it came back.</summary>
    public int Rounds { get; private set; }

    /// <summary>Why it was left out, blocked or sent back.</summary>
    public string? Reason { get; private set; }

    /// <summary>How it ended, where there is a choice.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Lines of the checklist that are ticked.</summary>
    public List<string> Ticked { get; private set; } = [];

    /// <summary>Reminders sent in this turn.</summary>
    public int Reminders { get; internal set; }

    /// <summary>When its holder was reminded last (UTC).</summary>
    public DateTime? RemindedAt { get; internal set; }

    /// <summary>When the lead was told that it is late (UTC).</summary>
    public DateTime? EscalatedAt { get; internal set; }

    /// <summary>Whether it is past its target; what waits or is over is not.</summary>
    public bool IsLate(DateTime now) => State.IsOpen() && Days > 0 && DueAt < now;

    internal void Give(Holder? holder) => (HolderKind, HolderId) = (holder?.Kind, holder?.Id);

    internal void ComeAfter(IEnumerable<string> keys) => After = [.. keys.Distinct(StringComparer.Ordinal)];

    internal void Tick(string line, bool on)
    {
        Ticked = [.. Ticked.Where(one => one != line)];
        if (on)
        {
            Ticked.Add(Guard.Required(line, ProcessStep.LineLength, "Line"));
        }
    }
}
