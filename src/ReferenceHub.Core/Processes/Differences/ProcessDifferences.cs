using System.Globalization;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core.Processes;

/// <summary>What happened to a stage or step between two versions.</summary>
public enum ProcessChange
{
    /// <summary>New.</summary>
    Added,

    /// <summary>Left out.</summary>
    Removed,

    /// <summary>Says something else; it may stand elsewhere too.</summary>
    Changed,

    /// <summary>Says the same at another place.</summary>
    Moved,
}

/// <summary>One stage or step that differs. Fields: what differs in it, field by field.</summary>
public sealed record ProcessDifference(bool IsStage, string Key, string Name, ProcessChange Change, IReadOnlyList<FieldChange> Fields);

/// <summary>What differs between two versions of a process. Steps are the same when their keys are.</summary>
public static class ProcessDifferences
{
    /// <summary>In the order of the later version; what was left out comes last.</summary>
    public static IReadOnlyList<ProcessDifference> Of(ProcessDefinition before, ProcessDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<ProcessDifference> found = [.. Promise(before, after)];
        var (was, now) = (StepWords.In(before), StepWords.In(after));
        var movedStages = Moved([.. before.Stages.Select(stage => stage.Key)], [.. after.Stages.Select(stage => stage.Key)]);
        foreach (var stage in after.Stages)
        {
            var old = before.Stages.FirstOrDefault(each => each.Key == stage.Key);
            Add(found, true, stage.Key, stage.Name, old is null ? null : StageFields(old, stage), movedStages.Contains(stage.Key));
        }

        var movedSteps = Moved([.. before.Steps.Select(step => step.Key)], [.. after.Steps.Select(step => step.Key)]);
        foreach (var step in after.Steps)
        {
            var old = before.Find(step.Key);
            Add(found, false, step.Key, step.Name, old is null ? null : StepWords.Differences(old, step, was, now), movedSteps.Contains(step.Key));
        }

        found.AddRange(before.Stages.Where(stage => after.Stages.All(each => each.Key != stage.Key)).Select(stage => new ProcessDifference(true, stage.Key, stage.Name, ProcessChange.Removed, [])));
        found.AddRange(before.Steps.Where(step => after.Find(step.Key) is null).Select(step => new ProcessDifference(false, step.Key, step.Name, ProcessChange.Removed, [])));
        return found;
    }

    private static void Add(List<ProcessDifference> found, bool isStage, string key, string name, IReadOnlyList<FieldChange>? fields, bool moved)
    {
        if (fields is null)
        {
            found.Add(new ProcessDifference(isStage, key, name, ProcessChange.Added, []));
        }
        else if (fields.Count > 0 || moved)
        {
            found.Add(new ProcessDifference(isStage, key, name, fields.Count > 0 ? ProcessChange.Changed : ProcessChange.Moved, fields));
        }
    }

    private static IEnumerable<ProcessDifference> Promise(ProcessDefinition before, ProcessDefinition after)
    {
        FieldChange[] fields =
        [
            new("Promised from the end of", before.Find(before.PromiseFrom)?.Name ?? "the beginning", after.Find(after.PromiseFrom)?.Name ?? "the beginning"),
            new("Promised to the end of", before.Find(before.PromiseTo)?.Name ?? "the last step", after.Find(after.PromiseTo)?.Name ?? "the last step"),
        ];
        var changed = fields.Where(field => field.Before != field.After).ToList();
        return changed.Count == 0 ? [] : [new ProcessDifference(true, "", "What is promised", ProcessChange.Changed, changed)];
    }

    private static List<FieldChange> StageFields(ProcessStage before, ProcessStage after) =>
        [.. new FieldChange[] { new("Name", before.Name, after.Name), new("Counts", before.After ? "no" : "yes", after.After ? "no" : "yes") }.Where(field => field.Before != field.After)];

    // The fewest that have to be taken out so that the rest stands in the same order: all but a longest common row.
    private static HashSet<string> Moved(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var both = after.Where(before.Contains).ToList();
        var places = both.Select(key => before.ToList().IndexOf(key)).ToList();
        var (length, previous) = (new int[places.Count], new int[places.Count]);
        for (var at = 0; at < places.Count; at++)
        {
            (length[at], previous[at]) = (1, -1);
            for (var earlier = 0; earlier < at; earlier++)
            {
                if (places[earlier] < places[at] && length[earlier] + 1 > length[at])
                {
                    (length[at], previous[at]) = (length[earlier] + 1, earlier);
                }
            }
        }

        var stays = new HashSet<string>(StringComparer.Ordinal);
        for (var at = places.Count == 0 ? -1 : Array.IndexOf(length, length.Max()); at >= 0; at = previous[at])
        {
            stays.Add(both[at]);
        }

        return [.. both.Where(key => !stays.Contains(key))];
    }
}
