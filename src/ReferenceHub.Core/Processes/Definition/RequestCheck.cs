namespace ReferenceHub.Core.Processes;

/// <summary>Whether the process of a kind of request fits it: each step goes with a part of the request, and whoever is asked has one time to answer.</summary>
internal static class RequestCheck
{
    public static IEnumerable<ProcessProblem> Of(ProcessDefinition definition) => [.. definition.Steps.SelectMany(Step), .. Twice(definition)];

    private static IEnumerable<ProcessProblem> Step(ProcessStep step)
    {
        if (step.Turn is not { } turn)
        {
            yield return new ProcessProblem(step.Key, nameof(step.Turn), $"Say with which part of the request “{step.Name}” goes.");
            yield break;
        }

        if (turn.IsAsked() && step.Hours is null or <= 0 or > ProcessStep.MostHours)
        {
            yield return new ProcessProblem(step.Key, nameof(step.Hours), $"Say how many business hours there are to answer “{step.Name}”, at most {ProcessStep.MostHours}.");
        }

        if (!turn.IsAsked() && step.Hours is not null)
        {
            yield return new ProcessProblem(step.Key, nameof(step.Hours), $"Nobody is asked in “{step.Name}”: give it a target in days instead.");
        }

        if (step.Message is not null)
        {
            yield return new ProcessProblem(step.Key, nameof(step.Message), "What is told in a request stands among the messages of its activity type: take this one out.");
        }
    }

    private static IEnumerable<ProcessProblem> Twice(ProcessDefinition definition) =>
        from turn in RequestTurns.Asked
        let steps = definition.Steps.Where(step => step.Turn == turn).ToList()
        where steps.Count > 1
        select new ProcessProblem(steps[1].Key, nameof(ProcessStep.Turn), $"In “{steps[0].Name}” and in “{steps[1].Name}” {turn.InWords()}: keep one of them.");
}
