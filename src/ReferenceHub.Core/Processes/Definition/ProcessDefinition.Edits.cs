using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Processes;

// Edits answer a new definition; steps always stand in the order of their stages.
public sealed partial record ProcessDefinition
{
    /// <summary>With a stage more, at the end of those that count or do not.</summary>
    public ProcessDefinition WithStage(string name, bool after)
    {
        var stage = new ProcessStage { Key = ProcessKey.Of(name, ProcessStage.KeyLength, [.. Stages.Select(each => each.Key)]), Name = name, After = after };
        return this with { Stages = [.. Stages.Where(each => !each.After), .. after ? [] : (ProcessStage[])[stage], .. Stages.Where(each => each.After), .. after ? (ProcessStage[])[stage] : []] };
    }

    /// <summary>With another name for a stage, and whether it counts.</summary>
    public ProcessDefinition WithStage(string key, string name, bool after) =>
        Sorted(this with { Stages = [.. Stages.Select(stage => stage.Key == key ? stage with { Name = name, After = after } : stage).OrderBy(stage => stage.After)] });

    /// <summary>With a stage at another place, from 0.</summary>
    public ProcessDefinition StageAt(string key, int place)
    {
        var stage = StageOf(key);
        var others = Stages.Where(each => each.Key != key).ToList();
        others.Insert(Math.Clamp(place, 0, others.Count), stage);
        return Sorted(this with { Stages = others });
    }

    /// <summary>Without a stage; its steps go with it.</summary>
    public ProcessDefinition WithoutStage(string key)
    {
        _ = StageOf(key);
        var less = In(key).ToList().Aggregate(this, (definition, step) => definition.Without(step.Key));
        return less with { Stages = [.. Stages.Where(stage => stage.Key != key)] };
    }

    /// <summary>With a step more, at the end of its stage.</summary>
    public ProcessDefinition With(ProcessStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _ = StageOf(step.Stage);
        return Sorted(this with { Steps = [.. Steps, step] });
    }

    /// <summary>With a step written anew; its key stays.</summary>
    public ProcessDefinition Rewritten(ProcessStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _ = StageOf(step.Stage);
        _ = StepOf(step.Key);
        return Sorted(this with { Steps = [.. Steps.Select(each => each.Key == step.Key ? step : each)] });
    }

    /// <summary>Without a step; those that came after it come after what it came after.</summary>
    public ProcessDefinition Without(string key)
    {
        var gone = StepOf(key);
        return this with
        {
            Steps = [.. Steps.Where(step => step.Key != key).Select(step => step.After.Contains(key) ? step with { After = Bridge(step, gone) } : step)],
            PromiseFrom = PromiseFrom == key ? null : PromiseFrom,
            PromiseTo = PromiseTo == key ? null : PromiseTo,
        };
    }

    /// <summary>With a step at another place of a stage, from 0. What it comes after stays as it is.</summary>
    public ProcessDefinition StepAt(string key, string stage, int place)
    {
        var step = StepOf(key) with { Stage = StageOf(stage).Key };
        var mates = In(stage).Where(each => each.Key != key).ToList();
        mates.Insert(Math.Clamp(place, 0, mates.Count), step);
        return Sorted(this with { Steps = [.. Steps.Where(each => each.Key != key && each.Stage != stage), .. mates] });
    }

    private static List<string> Bridge(ProcessStep step, ProcessStep gone) =>
        [.. step.After.SelectMany(key => key == gone.Key ? gone.After : [key]).Distinct(StringComparer.Ordinal)];

    private static ProcessDefinition Sorted(ProcessDefinition definition) => definition with { Steps = [.. definition.Stages.SelectMany(stage => definition.In(stage.Key))] };

    private ProcessStage StageOf(string key) => Stages.FirstOrDefault(stage => stage.Key == key) ?? throw new MissingException("stage");

    private ProcessStep StepOf(string key) => Find(key) ?? throw new MissingException("step");
}
