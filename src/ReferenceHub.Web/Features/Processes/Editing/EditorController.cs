using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes.Editing;

/// <summary>What the editor shows.</summary>
/// <param name="Page">The draft.</param>
/// <param name="Moved">What was moved just now, so that the next press of the same button moves it on.</param>
/// <param name="Way">Which of its buttons was pressed.</param>
public sealed record EditorPage(ProcessPage Page, string? Moved, string? Way);

/// <summary>A draft as a whole: its stages and the order of its steps. Every change names the version of the draft that it was made on.</summary>
[Route("/processes/{processId:guid}/versions/{number:int}")]
[RequiresRight(Right.ManageProcesses)]
public sealed class EditorController(ProcessQueries queries, ProcessDrafts drafts) : Controller
{
    /// <summary>The editor; versions that have a start day are read only.</summary>
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(Guid processId, int number, string? moved, string? way, CancellationToken ct)
    {
        var page = await queries.OneAsync(processId, number, this.Viewer(), ct);
        if (page.State != VersionState.Draft)
        {
            this.Warn("This version has a start day and stands as it is; draft the next one.");
            return Redirect($"/processes/{processId}/versions/{number}");
        }

        return View("Edit", new EditorPage(page, moved, way));
    }

    /// <summary>Says what is new, and what is promised.</summary>
    [HttpPost("note")]
    public async Task<IActionResult> Note(Guid processId, int number, string? note, int version, CancellationToken ct) =>
        await DoAsync(processId, number, () => drafts.NoteAsync(processId, number, note, version, this.Viewer(), ct), "Saved.", ct);

    /// <summary>Says between which steps the promise runs.</summary>
    [HttpPost("promise")]
    public async Task<IActionResult> Promise(Guid processId, int number, string? from, string? to, int version, CancellationToken ct) =>
        await WriteAsync(processId, number, version, definition => definition with { PromiseFrom = definition.Find(from)?.Key, PromiseTo = definition.Find(to)?.Key }, "Saved.", ct);

    /// <summary>Adds a stage.</summary>
    [HttpPost("stages")]
    public async Task<IActionResult> AddStage(Guid processId, int number, string? name, bool after, int version, CancellationToken ct)
    {
        if (StageName(name) is not { } wanted)
        {
            return await AgainAsync(processId, number, ct);
        }

        return await WriteAsync(processId, number, version, definition => definition.WithStage(wanted, after), $"Added the stage {wanted}.", ct);
    }

    /// <summary>Renames a stage, and says whether its steps count.</summary>
    [HttpPost("stages/{stage}")]
    public async Task<IActionResult> RenameStage(Guid processId, int number, string stage, string? name, bool after, int version, CancellationToken ct)
    {
        if (StageName(name) is not { } wanted)
        {
            return await AgainAsync(processId, number, ct);
        }

        return await WriteAsync(processId, number, version, definition => definition.WithStage(stage, wanted, after), "Saved.", ct, $"#stage-{stage}");
    }

    /// <summary>Moves a stage, with its steps.</summary>
    [HttpPost("stages/{stage}/place")]
    public Task<IActionResult> MoveStage(Guid processId, int number, string stage, int place, string? way, int version, CancellationToken ct) =>
        WriteAsync(processId, number, version, definition => definition.StageAt(stage, place - 1), null, ct, Moved($"stage-{stage}", way));

    /// <summary>Takes a stage out, with its steps.</summary>
    [HttpPost("stages/{stage}/removal")]
    public Task<IActionResult> RemoveStage(Guid processId, int number, string stage, int version, CancellationToken ct) =>
        WriteAsync(processId, number, version, definition => definition.WithoutStage(stage), "Taken out.", ct);

    /// <summary>Moves a step within its stage or to another one.</summary>
    [HttpPost("steps/{step}/place")]
    public Task<IActionResult> MoveStep(Guid processId, int number, string step, string stage, int place, string? way, int version, CancellationToken ct) =>
        WriteAsync(processId, number, version, definition => definition.StepAt(step, stage, place - 1), null, ct, Moved($"step-{step}", way));

    /// <summary>Takes a step out; what came after it comes after what it came after.</summary>
    [HttpPost("steps/{step}/removal")]
    public Task<IActionResult> RemoveStep(Guid processId, int number, string step, int version, CancellationToken ct) =>
        WriteAsync(processId, number, version, definition => definition.Without(step), "Taken out. What came after it comes after the steps before it now.", ct);

    // A button that was pressed has the focus again, which a place in the address would take away; what was dragged is in sight.
    private static string Moved(string what, string? way) => way is "up" or "down" ? $"?moved={Uri.EscapeDataString(what)}&way={way}" : $"#{Uri.EscapeDataString(what)}";

    private Task<IActionResult> WriteAsync(Guid processId, int number, int version, Func<ProcessDefinition, ProcessDefinition> edit, string? done, CancellationToken ct, string beyond = "") =>
        DoAsync(processId, number, () => drafts.WriteAsync(processId, number, version, edit, this.Viewer(), ct), done, ct, beyond);

    // What somebody else changed meanwhile is shown as it is now, and nothing is done.
    private async Task<IActionResult> DoAsync(Guid processId, int number, Func<Task<Outcome>> deed, string? done, CancellationToken ct, string beyond = "")
    {
        try
        {
            var outcome = await deed();
            if (outcome.IsDone)
            {
                if (done is not null)
                {
                    this.Say(done);
                }

                return Redirect($"/processes/{processId}/versions/{number}/edit{beyond}");
            }

            this.Refuse(outcome);
        }
        catch (Exception refused) when (refused is StaleVersionException or IllegalMoveException)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return await AgainAsync(processId, number, ct);
    }

    private async Task<IActionResult> AgainAsync(Guid processId, int number, CancellationToken ct)
    {
        var page = await queries.OneAsync(processId, number, this.Viewer(), ct);
        return page.State == VersionState.Draft ? View("Edit", new EditorPage(page, null, null)) : await this.VersionAsync(queries, processId, number, null, ct);
    }

    private string? StageName(string? name)
    {
        var wanted = name?.Trim();
        if (wanted is { Length: > 0 and <= ProcessStage.NameLength })
        {
            return wanted;
        }

        ModelState.AddModelError("Name", $"Give the stage a name of at most {ProcessStage.NameLength} characters.");
        return null;
    }
}
