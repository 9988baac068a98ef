namespace ReferenceHub.Core.Projects;

/// <summary>How a project stood before a command: what it came to is told by comparing.</summary>
internal sealed record ProjectGlance(ProjectState State, IReadOnlyDictionary<Guid, (StepState State, Holder? Holder)> Steps)
{
    public static ProjectGlance Of(Project project) =>
        new(project.State, project.Steps.ToDictionary(step => step.Id, step => (step.State, step.Holder)));

    /// <summary>Steps whose turn has come, or that somebody else holds now.</summary>
    public IReadOnlyList<ProjectStep> NewTurns(Project project) =>
    [
        .. project.Steps.Where(step => step.State is StepState.Ready or StepState.SentBack && step.Holder is not null
            && (!Steps.TryGetValue(step.Id, out var before) || !before.State.IsOpen() || before.Holder != step.Holder || (step.State == StepState.SentBack && before.State != StepState.SentBack)))
            .OrderBy(step => step.Place),
    ];
}
