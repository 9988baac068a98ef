namespace ReferenceHub.Core.Processes;

/// <summary>Whether a process can be run: complete, without circles, and with its gates where they hold what they are for.</summary>
public static class ProcessCheck
{
    /// <summary>All that is wrong, in the order of the process; empty when it can be put in force.</summary>
    public static IReadOnlyList<ProcessProblem> Of(ProcessDefinition definition, ProcessKind kind)
    {
        ArgumentNullException.ThrowIfNull(definition);
        List<ProcessProblem> problems = [.. Stages(definition), .. definition.Steps.SelectMany(step => Step(step, definition)), .. Doubles(definition)];
        if (problems.Count > 0)
        {
            return problems;
        }

        if (StepOrder.Circle(definition.Steps) is { } circle)
        {
            var names = circle.Select(key => definition.Find(key)!.Name);
            return [new ProcessProblem(circle[0], nameof(ProcessStep.After), $"These steps wait for each other: {string.Join(" → ", names)}. Take one of the arrows away.")];
        }

        return
        [
            .. Promise(definition),
            .. kind switch
            {
                ProcessKind.Production => Gates(definition),
                ProcessKind.Request => RequestCheck.Of(definition),
                _ => [],
            },
        ];
    }

    private static IEnumerable<ProcessProblem> Stages(ProcessDefinition definition)
    {
        if (definition.Stages.Count is 0 or > ProcessDefinition.MostStages)
        {
            yield return new ProcessProblem(null, nameof(definition.Stages), definition.Stages.Count == 0 ? "Add a stage first." : $"A process has at most {ProcessDefinition.MostStages} stages.");
        }

        if (definition.Steps.Count is 0 or > ProcessDefinition.MostSteps)
        {
            yield return new ProcessProblem(null, nameof(definition.Steps), definition.Steps.Count == 0 ? "Add a step first." : $"A process has at most {ProcessDefinition.MostSteps} steps.");
        }

        var ended = false;
        foreach (var stage in definition.Stages)
        {
            if (!ProcessKey.Is(stage.Key, ProcessStage.KeyLength))
            {
                yield return new ProcessProblem(stage.Key, nameof(stage.Key), "A key has small letters, digits and hyphens.");
            }

            if (string.IsNullOrWhiteSpace(stage.Name) || stage.Name.Length > ProcessStage.NameLength)
            {
                yield return new ProcessProblem(stage.Key, nameof(stage.Name), $"Give the stage a name of at most {ProcessStage.NameLength} characters.");
            }

            if (ended && !stage.After)
            {
                yield return new ProcessProblem(stage.Key, nameof(stage.After), "A stage that counts cannot stand behind one that does not: move it up.");
            }

            ended |= stage.After;
        }
    }

    private static IEnumerable<ProcessProblem> Step(ProcessStep step, ProcessDefinition definition)
    {
        ProcessProblem Wrong(string field, string words) => new(step.Key, field, words);

        if (!ProcessKey.Is(step.Key, ProcessStep.KeyLength))
        {
            yield return Wrong(nameof(step.Key), "A key has small letters, digits and hyphens.");
        }

        if (string.IsNullOrWhiteSpace(step.Name) || step.Name.Length > ProcessStep.NameLength)
        {
            yield return Wrong(nameof(step.Name), $"Give the step a name of at most {ProcessStep.NameLength} characters.");
        }

        if (definition.Stages.All(stage => stage.Key != step.Stage))
        {
            yield return Wrong(nameof(step.Stage), "Choose one of the stages.");
        }

        if (step.Days is < 0 or > ProcessStep.MostDays)
        {
            yield return Wrong(nameof(step.Days), $"A target is 0 to {ProcessStep.MostDays} business days.");
        }

        if (step.Wait is < 0 or > 366)
        {
            yield return Wrong(nameof(step.Wait), "A wait is 0 to 366 days.");
        }

        foreach (var missing in step.After.Where(key => definition.Find(key) is null))
        {
            yield return Wrong(nameof(step.After), $"It comes after “{missing}”, which is no step of this process.");
        }

        if (step.Checklist.Count > ProcessStep.MostLines || step.Checklist.Any(line => string.IsNullOrWhiteSpace(line) || line.Length > ProcessStep.LineLength))
        {
            yield return Wrong(nameof(step.Checklist), $"A checklist has at most {ProcessStep.MostLines} lines of at most {ProcessStep.LineLength} characters.");
        }

        if (step.Outcomes.Count > ProcessStep.MostLines || step.Outcomes.Any(line => string.IsNullOrWhiteSpace(line) || line.Length > ProcessStep.LineLength))
        {
            yield return Wrong(nameof(step.Outcomes), $"At most {ProcessStep.MostLines} outcomes of at most {ProcessStep.LineLength} characters.");
        }

        if (step.Guidance?.Length > ProcessStep.GuidanceLength || step.Document?.Length > ProcessStep.DocumentLength)
        {
            yield return Wrong(step.Guidance?.Length > ProcessStep.GuidanceLength ? nameof(step.Guidance) : nameof(step.Document), "This text is too long.");
        }

        if (step.Message is { } message && (string.IsNullOrWhiteSpace(message.Subject) || message.Subject.Length > StepMessage.SubjectLength || string.IsNullOrWhiteSpace(message.Body) || message.Body.Length > StepMessage.BodyLength))
        {
            yield return Wrong(nameof(step.Message), $"A message has a subject of at most {StepMessage.SubjectLength} characters and a text of at most {StepMessage.BodyLength}.");
        }
    }

    private static IEnumerable<ProcessProblem> Doubles(ProcessDefinition definition)
    {
        foreach (var key in definition.Steps.GroupBy(step => step.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new ProcessProblem(key, nameof(ProcessStep.Key), $"Two steps have the key “{key}”.");
        }

        foreach (var key in definition.Stages.GroupBy(stage => stage.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new ProcessProblem(key, nameof(ProcessStage.Key), $"Two stages have the key “{key}”.");
        }
    }

    private static IEnumerable<ProcessProblem> Promise(ProcessDefinition definition)
    {
        if (definition.PromiseFrom is { } from && definition.Find(from) is null)
        {
            yield return new ProcessProblem(null, nameof(definition.PromiseFrom), "The promise starts with a step of this process.");
        }

        if (definition.PromiseTo is { } to && definition.Find(to) is null)
        {
            yield return new ProcessProblem(null, nameof(definition.PromiseTo), "The promise ends with a step of this process.");
        }

        if (definition is { PromiseFrom: { } start, PromiseTo: { } end } && definition.Find(start) is not null && definition.Find(end) is not null
            && !StepOrder.Before(definition.Steps, end).Contains(start))
        {
            yield return new ProcessProblem(null, nameof(definition.PromiseTo), "The step that keeps the promise must come after the one that starts it.");
        }
    }

    // What is published must have passed consent and the customer's approval, whatever way the work took.
    private static IEnumerable<ProcessProblem> Gates(ProcessDefinition definition)
    {
        if (definition.Steps.All(step => step.Work != StepWork.Publish))
        {
            yield return new ProcessProblem(null, nameof(definition.Steps), "A production ends in a step that publishes: add one.");
        }

        foreach (var publish in definition.Steps.Where(step => step.Work == StepWork.Publish))
        {
            var before = StepOrder.Before(definition.Steps, publish.Key);
            foreach (var (gate, words) in new[] { (StepGate.Consent, "the gate of the customer's consent"), (StepGate.Customer, "the gate of the customer's approval") })
            {
                if (!definition.Steps.Any(step => step.Gate == gate && before.Contains(step.Key)))
                {
                    yield return new ProcessProblem(publish.Key, nameof(ProcessStep.After), $"“{publish.Name}” can be reached without {words}: let it come after a step with that gate.");
                }
            }
        }

        foreach (var gate in definition.Steps.Where(step => step.Gate is not null && definition.Steps.All(other => !other.After.Contains(step.Key))))
        {
            yield return new ProcessProblem(gate.Key, nameof(ProcessStep.Gate), $"Nothing comes after the gate “{gate.Name}”, so it holds nothing: let a step come after it.");
        }
    }
}
