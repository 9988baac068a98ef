using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Web.Features.Processes.Editing;

/// <summary>One step as it is written; lists have a line for each of their entries.</summary>
public sealed class StepForm
{
    public string? Name { get; set; }

    public string? Stage { get; set; }

    public StepWork? Work { get; set; } = StepWork.Task;

    public StepRole? Role { get; set; } = StepRole.Lead;

    /// <summary>The person who always does it.</summary>
    public Guid? HolderId { get; set; }

    /// <summary>Target in business days.</summary>
    public int? Days { get; set; } = 1;

    /// <summary>Calendar days before it begins.</summary>
    public int? Wait { get; set; } = 0;

    public RequestTurn? Turn { get; set; }

    /// <summary>Time to answer in business hours.</summary>
    public decimal? Hours { get; set; }

    /// <summary>Keys of the steps before it.</summary>
    public List<string> After { get; set; } = [];

    public StepGate? Gate { get; set; }

    public string? Guidance { get; set; }

    public string? Checklist { get; set; }

    public string? Outcomes { get; set; }

    public string? MessageSubject { get; set; }

    public string? MessageBody { get; set; }

    public string? Document { get; set; }

    /// <summary>Version of the draft that the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>What is typed here and what somebody else saved meanwhile, where they differ.</summary>
    [BindNever]
    public IReadOnlyList<FieldChange> Meanwhile { get; set; } = [];

    /// <summary>The form of a new step: after the last one of its stage, or of the process.</summary>
    public static StepForm New(ProcessDefinition definition, string? stage, int version)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var place = definition.Stages.FirstOrDefault(each => each.Key == stage) ?? (definition.Stages.Count > 0 ? definition.Stages[^1] : null);
        var before = place is null ? null : definition.Steps.LastOrDefault(step => definition.Stages.TakeWhile(each => each.Key != place.Key).Append(place).Any(each => each.Key == step.Stage));
        return new StepForm { Stage = place?.Key, After = before is null ? [] : [before.Key], Version = version };
    }

    /// <summary>The form of a step.</summary>
    public static StepForm Of(ProcessStep step, int version)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new StepForm
        {
            Name = step.Name,
            Stage = step.Stage,
            Work = step.Work,
            Role = step.Role,
            HolderId = step.HolderId,
            Days = step.Days,
            Wait = step.Wait,
            Turn = step.Turn,
            Hours = step.Hours,
            After = [.. step.After],
            Gate = step.Gate,
            Guidance = step.Guidance,
            Checklist = string.Join('\n', step.Checklist),
            Outcomes = string.Join('\n', step.Outcomes),
            MessageSubject = step.Message?.Subject,
            MessageBody = step.Message?.Body,
            Document = step.Document,
            Version = version,
        };
    }

    /// <summary>The checked form as a step; what does not go with the kind of process is left out.</summary>
    public ProcessStep ToStep(string key, ProcessKind kind)
    {
        var requests = kind == ProcessKind.Request;
        var asked = requests && Turn is { } turn && turn.IsAsked();
        return new ProcessStep
        {
            Key = key,
            Name = Name!.Trim(),
            Stage = Stage!,
            Work = requests ? StepWork.Task : Work!.Value,
            Role = Role!.Value,
            HolderId = requests ? null : HolderId,
            Days = asked ? 0 : Days ?? 0,
            Wait = requests ? 0 : Wait ?? 0,
            Turn = requests ? Turn : null,
            Hours = asked ? Hours : null,
            After = [.. After.Where(each => each != key).Distinct(StringComparer.Ordinal)],
            Gate = requests ? null : Gate,
            Guidance = Text(Guidance),
            Checklist = Lines(Checklist),
            Outcomes = requests ? [] : Lines(Outcomes),
            Message = requests || (Text(MessageSubject) is null && Text(MessageBody) is null) ? null : new StepMessage(Text(MessageSubject) ?? "", Text(MessageBody) ?? ""),
            Document = Text(Document),
        };
    }

    internal static List<string> Lines(string? text) => [.. (text ?? "").Split('\n').Select(line => line.Trim().TrimStart('-', '*').Trim()).Where(line => line.Length > 0)];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
