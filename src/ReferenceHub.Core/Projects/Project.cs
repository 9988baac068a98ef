using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

/// <summary>What a project is started with.</summary>
public sealed record ProjectPlan
{
    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>About whom.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>Who leads it.</summary>
    public required Guid LeadId { get; init; }

    /// <summary>Calendar of its working days.</summary>
    public required Guid CalendarId { get; init; }

    /// <summary>First day; with a launch date the day on which it has to begin.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>The day on which it is to be out, when it is planned back from there.</summary>
    public DateOnly? LaunchOn { get; init; }

    /// <summary>The deal it is for.</summary>
    public Guid? OpportunityId { get; init; }
}

/// <summary>One run of a process for a customer: its steps, who holds them, and how far it is. Everything on its board card is kept in step by <see cref="Settle"/>.</summary>
public sealed partial class Project : IVersioned
{
    /// <summary>Name of the number series.</summary>
    public const string Series = "projects";

    /// <summary>Longest title in characters.</summary>
    public const int TitleLength = 150;

    /// <summary>Longest reason in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<ProjectStep> steps = [];
    private readonly List<ProjectEvent> events = [];
    private readonly List<CastMember> cast = [];

    private Project()
    {
    }

    /// <summary>A planned project with all steps of a version of a process, each with its planned day.</summary>
    public Project(ProjectMoment moment, int number, ProjectPlan plan, ProcessTemplate process, ProcessVersion version, StepPlan dates)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(dates);
        (Id, Number, CreatedAt, CreatedById, LastEventAt) = (moment.Ids.Next(), number, moment.Now, moment.By.ActorId, moment.Now);
        (TemplateId, VersionId, Kind, Makes, ActivityKey) = (process.Id, version.Id, process.Kind, process.Makes, process.ActivityKey);
        (CustomerId, LeadId, CalendarId, OpportunityId) = (plan.CustomerId, plan.LeadId, plan.CalendarId, plan.OpportunityId);
        (StartOn, LaunchOn, PromisedOn) = (plan.StartOn, plan.LaunchOn, plan.LaunchOn ?? dates.End);
        Title = Guard.Required(plan.Title, TitleLength, "Title");
        var stages = version.Definition.Stages.ToDictionary(stage => stage.Key, StringComparer.Ordinal);
        foreach (var step in version.Definition.Steps)
        {
            var own = new ProjectStep(moment.Ids.Next(), Id, steps.Count + 1, step, stages[step.Stage]) { PlannedOn = dates[step.Key].Finish };
            own.Give(step.HolderId is { } person ? Projects.Holder.User(person) : null);
            steps.Add(own);
        }

        EndKey = version.Definition.PromiseTo ?? steps.Last(step => step.IsCounted).Key;
        Record(moment, ProjectEventKind.Created, null, null);
        Settle(moment);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number that people say: 1042.</summary>
    public int Number { get; private set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>About whom.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>About whom.</summary>
    public Customer? Customer { get; private set; }

    /// <summary>The process.</summary>
    public Guid TemplateId { get; private set; }

    /// <summary>The version of the process that it keeps.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>What the process is for.</summary>
    public ProcessKind Kind { get; private set; }

    /// <summary>The content it makes.</summary>
    public AssetKind? Makes { get; private set; }

    /// <summary>Key of the kind of use that it takes from the customer's limits.</summary>
    public string? ActivityKey { get; private set; }

    /// <summary>The use in the customer's ledger.</summary>
    public Guid? UseId { get; internal set; }

    /// <summary>The deal it is for.</summary>
    public Guid? OpportunityId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProjectState State { get; private set; }

    /// <summary>Who leads it.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>Calendar of its working days; fixed.</summary>
    public Guid CalendarId { get; private set; }

    /// <summary>First day planned.</summary>
    public DateOnly StartOn { get; private set; }

    /// <summary>The day on which it is to be out, when it is planned back from there.</summary>
    public DateOnly? LaunchOn { get; private set; }

    /// <summary>The day promised for its end, as planned at the start; kept when a later one is agreed.</summary>
    public DateOnly PromisedOn { get; private set; }

    /// <summary>A later day agreed on; an exception, counted.</summary>
    public DateOnly? LaterOn { get; private set; }

    /// <summary>Why it is later.</summary>
    public string? LaterReason { get; private set; }

    /// <summary>The step whose end keeps the promise.</summary>
    public string EndKey { get; private set; } = "";

    /// <summary>When it was planned (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who planned it.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>When it began (UTC).</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>Since when it rests (UTC).</summary>
    public DateTime? HeldSince { get; private set; }

    /// <summary>The state it was in before it was held.</summary>
    public ProjectState? BeforeHold { get; private set; }

    /// <summary>Why it rests, or was given up.</summary>
    public string? Reason { get; private set; }

    /// <summary>When its content came out (UTC).</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The content it made.</summary>
    public Guid? AssetId { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>When something last happened (UTC); without an event for 10 business days it is stuck.</summary>
    public DateTime LastEventAt { get; private set; }

    /// <summary>Place of the next line in the timeline.</summary>
    public int NextPlace { get; private set; } = 1;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Its steps, in no particular order: sort by place.</summary>
    public IReadOnlyList<ProjectStep> Steps => steps;

    /// <summary>Its timeline, as far as it is loaded.</summary>
    public IReadOnlyList<ProjectEvent> Events => events;

    /// <summary>Who does the steps of which role.</summary>
    public IReadOnlyList<CastMember> Cast => cast;

    /// <summary>The step of a key; throws where there is none.</summary>
    public ProjectStep Step(string key) => steps.Find(step => step.Key == key) ?? throw new MissingException("step");

    private void Record(ProjectMoment moment, ProjectEventKind kind, ProjectStep? step, string? note)
    {
        var line = new ProjectEvent(moment.Ids.Next(), Id, NextPlace++, moment.Now, moment.By.ActorId, moment.By.Name, kind) { StepKey = step?.Key, StepName = step?.Name, State = State };
        line.Say(note);
        LastEventAt = moment.Now;
        events.Add(line);
    }

    private void Become(ProjectState to)
    {
        ProjectStates.Check(State, to);
        State = to;
    }
}
