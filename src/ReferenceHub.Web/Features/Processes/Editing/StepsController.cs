using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes.Editing;

/// <summary>The page of one step of a draft.</summary>
/// <param name="Page">The draft.</param>
/// <param name="Step">The step as it is saved; null for a new one.</param>
/// <param name="Form">The form.</param>
/// <param name="People">Who may always do it.</param>
public sealed record StepPage(ProcessPage Page, ProcessStep? Step, StepForm Form, IReadOnlyList<PersonLine> People);

/// <summary>One step of a draft: written, and added.</summary>
[Route("/processes/{processId:guid}/versions/{number:int}/steps")]
[RequiresRight(Right.ManageProcesses)]
public sealed class StepsController(ProcessQueries queries, ProcessDrafts drafts, PeopleQueries people) : Controller
{
    /// <summary>The form of a new step.</summary>
    [HttpGet("")]
    public async Task<IActionResult> New(Guid processId, int number, string? stage, CancellationToken ct)
    {
        var page = await queries.OneAsync(processId, number, this.Viewer(), ct);
        return await PageAsync(page, null, StepForm.New(page.Version!.Definition, stage, page.Version.Version), ct);
    }

    /// <summary>Adds a step.</summary>
    [HttpPost("")]
    public Task<IActionResult> Add(Guid processId, int number, StepForm form, CancellationToken ct) => SaveAsync(processId, number, null, form, ct);

    /// <summary>The form of a step.</summary>
    [HttpGet("{step}")]
    public async Task<IActionResult> Edit(Guid processId, int number, string step, CancellationToken ct)
    {
        var page = await queries.OneAsync(processId, number, this.Viewer(), ct);
        var known = page.Version!.Definition.Find(step) ?? throw new MissingException("step");
        return await PageAsync(page, known, StepForm.Of(known, page.Version.Version), ct);
    }

    /// <summary>Writes a step anew; when somebody else changed the draft meanwhile, shows both and saves nothing.</summary>
    [HttpPost("{step}")]
    public Task<IActionResult> Save(Guid processId, int number, string step, StepForm form, CancellationToken ct) => SaveAsync(processId, number, step, form, ct);

    private async Task<IActionResult> SaveAsync(Guid processId, int number, string? key, StepForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var page = await queries.OneAsync(processId, number, this.Viewer(), ct);
        var definition = page.Version!.Definition;
        var known = key is null ? null : definition.Find(key);
        if (key is not null && known is null)
        {
            this.Warn("Somebody else took this step out meanwhile.");
            return Redirect($"/processes/{processId}/versions/{number}/edit");
        }

        if (ModelState.IsValid && definition.Stages.All(stage => stage.Key != form.Stage))
        {
            ModelState.AddModelError(nameof(form.Stage), "Choose one of the stages.");
        }

        if (ModelState.IsValid && known is null && definition.Steps.Count >= ProcessDefinition.MostSteps)
        {
            ModelState.AddModelError("", $"A process has at most {ProcessDefinition.MostSteps} steps.");
        }

        if (ModelState.IsValid)
        {
            key ??= ProcessKey.Of(form.Name!, ProcessStep.KeyLength, [.. definition.Steps.Select(step => step.Key)]);
            var written = form.ToStep(key, page.Process.Kind);
            try
            {
                var outcome = await drafts.WriteAsync(processId, number, form.Version, old => known is null ? old.With(written) : old.Rewritten(written), this.Viewer(), ct);
                if (outcome.IsDone)
                {
                    this.Say(known is null ? $"Added {written.Name}." : "Saved.");
                    return Redirect($"/processes/{processId}/versions/{number}/edit#step-{key}");
                }

                this.Refuse(outcome);
            }
            catch (StaleVersionException stale)
            {
                var names = StepWords.In(definition);
                form.Meanwhile = known is null ? [] : StepWords.Differences(written, known, names, names);
                form.Version = page.Version.Version;
                ModelState.Remove(nameof(form.Version));
                ModelState.AddModelError("", stale.Message);
                Response.StatusCode = StatusCodes.Status409Conflict;
            }
        }

        return await PageAsync(page, known, form, ct);
    }

    private async Task<IActionResult> PageAsync(ProcessPage page, ProcessStep? step, StepForm form, CancellationToken ct)
    {
        if (page.State == VersionState.Draft)
        {
            return View("/Features/Processes/Editing/Step.cshtml", new StepPage(page, step, form, await people.ActiveAsync(Roles.None, ct)));
        }

        this.Warn("This version has a start day and stands as it is; draft the next one.");
        return Redirect($"/processes/{page.Process.Id}/versions/{page.Version!.Number}");
    }
}
