namespace ReferenceHub.Core.Processes;

/// <summary>A process as it is written down: stages and steps in the order in which they are read. Immutable; kept whole with its version.</summary>
public sealed partial record ProcessDefinition
{
    /// <summary>Most stages.</summary>
    public const int MostStages = 12;

    /// <summary>Most steps.</summary>
    public const int MostSteps = 80;

    /// <summary>Nothing written yet.</summary>
    public static ProcessDefinition Empty { get; } = new();

    /// <summary>Stages in order.</summary>
    public IReadOnlyList<ProcessStage> Stages { get; init; } = [];

    /// <summary>Steps in order.</summary>
    public IReadOnlyList<ProcessStep> Steps { get; init; } = [];

    /// <summary>Key of the step whose end starts the time that is promised; null when it starts with the first step.</summary>
    public string? PromiseFrom { get; init; }

    /// <summary>Key of the step whose end keeps the promise; null for the last step counted.</summary>
    public string? PromiseTo { get; init; }

    /// <summary>The steps of a stage, in order.</summary>
    public IEnumerable<ProcessStep> In(string stage) => Steps.Where(step => step.Stage == stage);

    /// <summary>Steps up to the end of what was promised.</summary>
    public IReadOnlyList<ProcessStep> Counted()
    {
        var after = Stages.Where(stage => stage.After).Select(stage => stage.Key).ToHashSet(StringComparer.Ordinal);
        return [.. Steps.Where(step => !after.Contains(step.Stage))];
    }

    /// <summary>The step of a key; null when there is none.</summary>
    public ProcessStep? Find(string? key) => Steps.FirstOrDefault(step => step.Key == key);
}
