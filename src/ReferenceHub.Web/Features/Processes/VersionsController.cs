using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes;

/// <summary>When a version starts.</summary>
public sealed class StartVersionForm
{
    /// <summary>First day, by the program's days.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Version of the row that the form was made from.</summary>
    public int Version { get; set; }
}

/// <summary>Rules of a start.</summary>
public sealed class StartVersionFormValidator : AbstractValidator<StartVersionForm>
{
    public StartVersionFormValidator() => RuleFor(form => form.StartsOn).NotNull().WithMessage("Say on which day it starts.");
}

/// <summary>Versions of a process: drafted, put in force from a day on, called off, deleted.</summary>
[Route("/processes/{processId:guid}/versions")]
public sealed class VersionsController(ProcessQueries queries, ProcessDrafts drafts) : Controller
{
    /// <summary>One version.</summary>
    [HttpGet("{number:int}")]
    public Task<IActionResult> Show(Guid processId, int number, CancellationToken ct) => this.VersionAsync(queries, processId, number, null, ct);

    /// <summary>Drafts a version from another one.</summary>
    [HttpPost("")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Draft(Guid processId, int? like, CancellationToken ct)
    {
        var made = await drafts.DraftAsync(processId, like, this.Viewer(), ct);
        return this.Went(made, "Drafted. Nothing is started by it until it has a day: change it first.", made.Value is { } place ? $"/processes/{processId}/versions/{place.Number}/edit" : $"/processes/{processId}");
    }

    /// <summary>Puts it in force from a day on; today at once.</summary>
    [HttpPost("{number:int}/start")]
    [RequiresRight(Right.ManageProcesses)]
    public Task<IActionResult> Start(Guid processId, int number, StartVersionForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return DoAsync(processId, number, () => drafts.StartAsync(processId, number, form.StartsOn!.Value, form.Version, this.Viewer(), ct), "Saved. What is started from that day on goes by it; what runs keeps its version.", ct, form);
    }

    /// <summary>Makes one that has not started a draft again.</summary>
    [HttpPost("{number:int}/calling-off")]
    [RequiresRight(Right.ManageProcesses)]
    public Task<IActionResult> CallOff(Guid processId, int number, int version, CancellationToken ct) =>
        DoAsync(processId, number, () => drafts.CallOffAsync(processId, number, version, this.Viewer(), ct), "Called off. It is a draft again and starts on no day.", ct);

    /// <summary>Deletes a draft.</summary>
    [HttpPost("{number:int}/deletion")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Delete(Guid processId, int number, int version, CancellationToken ct)
    {
        var deleted = await drafts.DeleteAsync(processId, number, version, this.Viewer(), ct);
        return deleted.IsDone
            ? this.Went(deleted, deleted.Value == true ? "Deleted." : "Deleted, and the process with it: it had no other version.", deleted.Value == true ? $"/processes/{processId}" : "/processes")
            : this.Went(deleted, "", $"/processes/{processId}/versions/{number}");
    }

    // What was typed stays; a version that somebody else changed meanwhile is shown as it is now, and nothing is done.
    private async Task<IActionResult> DoAsync(Guid processId, int number, Func<Task<Outcome>> deed, string done, CancellationToken ct, StartVersionForm? start = null)
    {
        if (!ModelState.IsValid)
        {
            return await this.VersionAsync(queries, processId, number, start, ct);
        }

        try
        {
            var outcome = await deed();
            if (outcome.IsDone)
            {
                return this.Went(outcome, done, $"/processes/{processId}/versions/{number}");
            }

            this.Refuse(outcome);
        }
        catch (Exception refused) when (refused is StaleVersionException or IllegalMoveException)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return await this.VersionAsync(queries, processId, number, start, ct);
    }
}
