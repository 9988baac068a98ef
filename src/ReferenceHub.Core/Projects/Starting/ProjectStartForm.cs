using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Projects;

/// <summary>What somebody asks for who starts a project.</summary>
public sealed record ProjectStartForm
{
    /// <summary>The process.</summary>
    public required Guid TemplateId { get; init; }

    /// <summary>About whom.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Who leads it; who starts it when null.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>First day; today when null.</summary>
    public DateOnly? StartOn { get; init; }

    /// <summary>The day on which it is to be out: plan back from there.</summary>
    public DateOnly? LaunchOn { get; init; }

    /// <summary>The contact whose time it takes, if known.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The deal it is for.</summary>
    public Guid? OpportunityId { get; init; }

    /// <summary>Who does the steps of which role, as far as known; the owner and the lead are known.</summary>
    public IReadOnlyDictionary<StepRole, Holder> Cast { get; init; } = new Dictionary<StepRole, Holder>();

    /// <summary>Begin at once.</summary>
    public bool BeginNow { get; init; } = true;

    /// <summary>Sponsor and reason, to go beyond a limit of the customer.</summary>
    public OverrideMark? Override { get; init; }
}

/// <summary>What a project would be: its plan, and what stands in its way.</summary>
/// <param name="Version">The version of the process that it would keep.</param>
/// <param name="Definition">Stages and steps.</param>
/// <param name="Plan">Dates of every step.</param>
/// <param name="DaysShort">Business days by which the launch date is too early to begin today; 0 when it can be kept.</param>
/// <param name="Refusal">Why it cannot be started; null when it can.</param>
/// <param name="Warnings">What is to be known before.</param>
public sealed record ProjectPreview(int Version, ProcessDefinition Definition, StepPlan Plan, int DaysShort, string? Refusal, IReadOnlyList<string> Warnings);
