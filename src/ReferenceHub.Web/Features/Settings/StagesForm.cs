using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>The page of stages.</summary>
public sealed record StagesPage(StagesForm Form, StageNameForm Name, IReadOnlyList<DealStage> Stages, IReadOnlyList<StageName> Names);

/// <summary>A stage as typed; a new one has no key, an empty new one does not count.</summary>
public sealed class StageLine
{
    public string? Key { get; set; }

    /// <summary>The stage's version as shown.</summary>
    public int? Version { get; set; }

    public string? Name { get; set; }

    /// <summary>Place in the order; equal places keep the order of the lines.</summary>
    public int? Place { get; set; }

    public bool Remove { get; set; }

    /// <summary>What somebody else saved meanwhile, in words.</summary>
    [BindNever]
    public string? Meanwhile { get; init; }
}

/// <summary>All stages as typed.</summary>
public sealed class StagesForm
{
    public List<StageLine> Stages { get; set; } = [];

    /// <summary>Index of the line at which the gate stands.</summary>
    public int Gate { get; set; } = -1;

    /// <summary>What is there, with a line for one more.</summary>
    public static StagesForm Of(IReadOnlyList<DealStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        return new StagesForm
        {
            Stages = [.. stages.Select(stage => new StageLine { Key = stage.Key, Version = stage.Version, Name = stage.Name, Place = stage.Place }), new StageLine { Place = stages.Count + 1 }],
            Gate = stages.Select((stage, place) => (stage.IsGate, place)).Where(pair => pair.IsGate).Select(pair => pair.place).FirstOrDefault(-1),
        };
    }

    /// <summary>The stages wished for, in order.</summary>
    public IReadOnlyList<StageWish> ToWishes() => [.. Kept().Select(line => new StageWish(line.Key, line.Name ?? ""))];

    /// <summary>The stages that this form was filled in upon.</summary>
    public IReadOnlyList<StageMark> ToMarks() => [.. Stages.Where(line => line.Key is not null).Select(line => new StageMark(line.Key!, line.Version ?? -1))];

    /// <summary>What was typed, upon the stages as they stand now: those of somebody else are in it, those that are gone are not.</summary>
    public StagesForm Upon(IReadOnlyList<DealStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var gate = Gate >= 0 && Gate < Stages.Count ? Stages[Gate] : null;
        var mine = stages.Select(stage => Stages.Find(line => line.Key == stage.Key)).Concat(Stages.Where(line => line.Key is null)).ToList();
        List<StageLine> lines = [.. stages.Select((stage, place) => Upon(mine[place], stage)), .. Stages.Where(line => line.Key is null)];
        return new StagesForm { Stages = lines, Gate = gate is null ? -1 : mine.IndexOf(gate) };
    }

    /// <summary>The gate's place in that order, from 1; 0 when its line is gone.</summary>
    public int GatePlace() => Gate < 0 || Gate >= Stages.Count ? 0 : Kept().IndexOf(Stages[Gate]) + 1;

    private static StageLine Upon(StageLine? mine, DealStage stage) => mine is null
        ? new StageLine { Key = stage.Key, Version = stage.Version, Name = stage.Name, Place = stage.Place, Meanwhile = "Added meanwhile" }
        : new StageLine { Key = stage.Key, Version = stage.Version, Name = mine.Name, Place = mine.Place, Remove = mine.Remove, Meanwhile = mine.Version == stage.Version ? null : Words(stage) };

    private static string Words(DealStage stage) => $"Saved meanwhile: {stage.Name}, place {stage.Place}{(stage.IsGate ? ", gate" : "")}";

    private List<StageLine> Kept() =>
        [.. Stages.Where(line => !line.Remove && !(line.Key is null && string.IsNullOrWhiteSpace(line.Name))).OrderBy(line => line.Place ?? int.MaxValue)];
}

/// <summary>A name of the CRM and what it means: the key of a stage, "won" or "lost".</summary>
public sealed class StageNameForm
{
    public string? Value { get; set; }

    public string? Choice { get; set; }
}
