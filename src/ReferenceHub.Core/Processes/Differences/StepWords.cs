using System.Globalization;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core.Processes;

/// <summary>A step in words, field by field, to lay two side by side.</summary>
public static class StepWords
{
    /// <summary>Names of steps and stages of a process by key, for fields that point to them.</summary>
    public static IReadOnlyDictionary<string, string> In(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var names = definition.Stages.DistinctBy(stage => stage.Key).ToDictionary(stage => $"stage {stage.Key}", stage => stage.Name, StringComparer.Ordinal);
        foreach (var step in definition.Steps)
        {
            names[step.Key] = step.Name;
        }

        return names;
    }

    /// <summary>The fields in which two differ.</summary>
    public static IReadOnlyList<FieldChange> Differences(ProcessStep before, ProcessStep after, IReadOnlyDictionary<string, string> namesBefore, IReadOnlyDictionary<string, string> namesAfter) =>
        [.. Of(before, namesBefore).Zip(Of(after, namesAfter), (was, now) => new FieldChange(was.Field, was.Text, now.Text)).Where(field => field.Before != field.After)];

    private static (string Field, string Text)[] Of(ProcessStep step, IReadOnlyDictionary<string, string> names) =>
    [
        ("Name", step.Name),
        ("Stage", names.GetValueOrDefault($"stage {step.Stage}", step.Stage)),
        ("What there is to do", ProcessWords.Of(step.Work)),
        ("Who does it", step.HolderId is null ? ProcessWords.Of(step.Role) : $"{ProcessWords.Of(step.Role)}, a named person"),
        ("Part of the request", step.Turn?.InWords() ?? ""),
        ("Target", ProcessWords.Target(step)),
        ("Waits", step.Wait == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{step.Wait} days")),
        ("Comes after", string.Join(", ", step.After.Select(key => names.GetValueOrDefault(key, key)).Order(StringComparer.Ordinal))),
        ("Gate", step.Gate is { } gate ? ProcessWords.Of(gate) : ""),
        ("Guidance", Plain(step.Guidance)),
        ("Checklist", string.Join('\n', step.Checklist)),
        ("Outcomes", string.Join('\n', step.Outcomes)),
        ("Message", step.Message is { } message ? $"{message.Subject}\n\n{Plain(message.Body)}" : ""),
        ("Document", Plain(step.Document)),
    ];

    private static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}
