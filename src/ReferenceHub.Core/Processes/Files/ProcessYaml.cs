using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace ReferenceHub.Core.Processes;

/// <summary>Writes processes as YAML, in the order in which they are read; what says nothing is left out.</summary>
public static class ProcessYaml
{
    private static readonly ISerializer Serializer = new SerializerBuilder()
        .WithEventEmitter(next => new LongTexts(next))
        .DisableAliases()
        .Build();

    /// <summary>The file of a process.</summary>
    public static string Write(ProcessFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var facts = file.Facts;
        var root = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["process"] = file.Key,
            ["name"] = facts.Name,
            ["kind"] = ProcessNames.Of(facts.Kind),
        };
        Add(root, "makes", facts.Makes is { } makes ? ProcessNames.Of(makes) : null);
        Add(root, "activity", facts.ActivityKey);
        Add(root, "summary", facts.Summary);
        if (file.Definition.PromiseFrom is not null || file.Definition.PromiseTo is not null)
        {
            var promise = new Dictionary<string, object>(StringComparer.Ordinal);
            Add(promise, "from", file.Definition.PromiseFrom);
            Add(promise, "to", file.Definition.PromiseTo);
            root["promise"] = promise;
        }

        root["stages"] = file.Definition.Stages.Select(stage => Stage(stage, file.Definition)).ToList();
        return Serializer.Serialize(root);
    }

    private static Dictionary<string, object> Stage(ProcessStage stage, ProcessDefinition definition)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = stage.Key, ["name"] = stage.Name };
        Add(map, "not-counted", stage.After ? "yes" : null);
        map["steps"] = definition.In(stage.Key).Select(Step).ToList();
        return map;
    }

    private static Dictionary<string, object> Step(ProcessStep step)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = step.Key, ["name"] = step.Name, ["role"] = ProcessNames.Of(step.Role), ["days"] = step.Days };
        Add(map, "work", step.Work == StepWork.Task ? null : ProcessNames.Of(step.Work));
        Add(map, "gate", step.Gate is { } gate ? ProcessNames.Of(gate) : null);
        Add(map, "turn", step.Turn is { } turn ? ProcessNames.Of(turn) : null);
        Add(map, "hours", step.Hours);
        Add(map, "wait", step.Wait == 0 ? null : step.Wait);
        Add(map, "after", step.After.Count == 0 ? null : step.After);
        Add(map, "guidance", step.Guidance);
        Add(map, "checklist", step.Checklist.Count == 0 ? null : step.Checklist);
        Add(map, "outcomes", step.Outcomes.Count == 0 ? null : step.Outcomes);
        Add(map, "message", step.Message is { } message ? new Dictionary<string, object>(StringComparer.Ordinal) { ["subject"] = message.Subject, ["body"] = message.Body } : null);
        Add(map, "document", step.Document);
        return map;
    }

    private static void Add(Dictionary<string, object> map, string key, object? value)
    {
        if (value is not null)
        {
            map[key] = value;
        }
    }

    private sealed class LongTexts(IEventEmitter next) : YamlDotNet.Serialization.EventEmitters.ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && text.Contains('\n', StringComparison.Ordinal))
            {
                eventInfo = new ScalarEventInfo(eventInfo.Source) { Style = ScalarStyle.Literal };
            }

            base.Emit(eventInfo, emitter);
        }
    }
}
