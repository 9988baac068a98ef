using System.Globalization;
using ReferenceHub.Core.References;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ReferenceHub.Core.Processes;

/// <summary>A file read: the process, or what is wrong with the file, each with its line.</summary>
public sealed record ProcessFileRead(ProcessFile? File, IReadOnlyList<string> Problems);

/// <summary>Reads processes from YAML. References within the file (anchors) are refused: small files could grow huge by them.</summary>
public static class ProcessYamlReader
{
    /// <summary>Longest file in characters.</summary>
    public const int MostCharacters = 500_000;

    private const int MostEvents = 20_000;
    private const int MostDepth = 12;
    private const int MostProblems = 20;

    /// <summary>Reads a file; the process in it may still be one that cannot be run (<see cref="ProcessCheck"/>).</summary>
    public static ProcessFileRead Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
        {
            return Wrong($"This file is too long: a process has at most {MostCharacters.ToString("N0", CultureInfo.InvariantCulture)} characters.");
        }

        try
        {
            if (Refusal(text) is { } refusal)
            {
                return Wrong(refusal);
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count != 1)
            {
                return Wrong(stream.Documents.Count == 0 ? "This file is empty." : "This file holds several documents; a file is one process.");
            }

            List<string> problems = [];
            var file = File(new YamlMap(stream.Documents[0].RootNode, problems));
            return problems.Count == 0 ? new ProcessFileRead(file, []) : new ProcessFileRead(null, [.. problems.Take(MostProblems)]);
        }
        catch (YamlException error)
        {
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"Line {error.Start.Line}: this is no YAML ({error.Message})."));
        }
    }

    private static ProcessFileRead Wrong(string problem) => new(null, [problem]);

    private static string? Refusal(string text)
    {
        var (events, depth, parser) = (0, 0, new Parser(new StringReader(text)));
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias alias)
            {
                return string.Create(CultureInfo.InvariantCulture, $"Line {alias.Start.Line}: references within the file (*name) are not taken. Write the value again.");
            }

            if (++events > MostEvents || depth > MostDepth)
            {
                return "This file is no process: it is nested too deep or holds too much.";
            }
        }

        return null;
    }

    private static ProcessFile File(YamlMap root)
    {
        var key = root.Text("process", required: true) ?? "";
        var facts = new ProcessFacts
        {
            Name = root.Text("name", required: true) ?? "",
            Kind = root.Value<ProcessKind>("kind", required: true) ?? default,
            Makes = root.Value<AssetKind>("makes"),
            ActivityKey = root.Text("activity"),
            Summary = root.Text("summary"),
        };
        var promise = root.Map("promise");
        var (stages, steps) = (new List<ProcessStage>(), new List<ProcessStep>());
        foreach (var map in root.Maps("stages"))
        {
            var stage = new ProcessStage { Key = map.Text("key", required: true) ?? "", Name = map.Text("name", required: true) ?? "", After = map.Yes("not-counted") };
            stages.Add(stage);
            steps.AddRange(map.Maps("steps").Select(step => Step(step, stage.Key)));
            map.End();
        }

        var definition = new ProcessDefinition { Stages = stages, Steps = steps, PromiseFrom = promise?.Text("from"), PromiseTo = promise?.Text("to") };
        promise?.End();
        root.End();
        return new ProcessFile(key, facts, definition);
    }

    private static ProcessStep Step(YamlMap map, string stage)
    {
        var message = map.Map("message");
        var step = new ProcessStep
        {
            Key = map.Text("key", required: true) ?? "",
            Name = map.Text("name", required: true) ?? "",
            Stage = stage,
            Work = map.Value<StepWork>("work") ?? StepWork.Task,
            Role = map.Value<StepRole>("role", required: true) ?? default,
            Days = map.Number("days"),
            Turn = map.Value<RequestTurn>("turn"),
            Hours = map.Part("hours"),
            Wait = map.Number("wait"),
            After = map.Texts("after"),
            Gate = map.Value<StepGate>("gate"),
            Guidance = map.Text("guidance"),
            Checklist = map.Texts("checklist"),
            Outcomes = map.Texts("outcomes"),
            Message = message is null ? null : new StepMessage(message.Text("subject", required: true) ?? "", message.Text("body", required: true) ?? ""),
            Document = map.Text("document"),
        };
        message?.End();
        map.End();
        return step;
    }
}
