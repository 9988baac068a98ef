using ReferenceHub.Core.Processes;

namespace ReferenceHub.Web.Features.Processes.Editing;

/// <summary>One step in the editor.</summary>
/// <param name="Editor">The editor.</param>
/// <param name="Line">The step.</param>
/// <param name="StagePlace">Place of its stage, from 0.</param>
/// <param name="Place">Its place in the stage, from 0.</param>
public sealed record StepRow(EditorPage Editor, OutlineStep Line, int StagePlace, int Place)
{
    private IReadOnlyList<OutlineStage> Stages => Editor.Page.Outline.Stages;

    /// <summary>One place up; the end of the stage before when it is the first; null at the very top. Places count from 1.</summary>
    public (string Stage, int Place)? Up => Place > 0 ? (Stages[StagePlace].Stage.Key, Place)
        : StagePlace > 0 ? (Stages[StagePlace - 1].Stage.Key, Stages[StagePlace - 1].Steps.Count + 1)
        : null;

    /// <summary>One place down; the beginning of the stage behind when it is the last; null at the very bottom.</summary>
    public (string Stage, int Place)? Down => Place < Stages[StagePlace].Steps.Count - 1 ? (Stages[StagePlace].Stage.Key, Place + 2)
        : StagePlace < Stages.Count - 1 ? (Stages[StagePlace + 1].Stage.Key, 1)
        : null;

    /// <summary>Whether the button of that way was pressed just now, and has the focus therefore.</summary>
    public bool Goes(string way) => Editor.Moved == $"step-{Line.Step.Key}" && (Editor.Way == way || (way == "up" ? Down is null : Up is null));
}
