using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes;

/// <summary>What the page of one version shows.</summary>
/// <param name="Page">The version.</param>
/// <param name="Start">The form for its start.</param>
/// <param name="Changes">What was done with the process last, for those who write it.</param>
public sealed record VersionPage(ProcessPage Page, StartVersionForm Start, IReadOnlyList<HistoryEvent> Changes);

/// <summary>How the program works: processes to read, for everybody; made and described by those who write them.</summary>
[Route("/processes")]
public sealed class ProcessesController(ProcessQueries queries, ProcessService service, ActivityTypeQueries types, StepDwells dwells) : Controller
{
    /// <summary>All processes.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await queries.ListAsync(this.Viewer(), ct));

    /// <summary>The version in force.</summary>
    [HttpGet("{processId:guid}")]
    public Task<IActionResult> Show(Guid processId, CancellationToken ct) => this.VersionAsync(queries, processId, null, null, ct);

    /// <summary>A version on paper: everything open, nothing to press.</summary>
    [HttpGet("{processId:guid}/print")]
    public async Task<IActionResult> Print(Guid processId, int? version, CancellationToken ct) => View(await queries.OneAsync(processId, version, this.Viewer(), ct));

    /// <summary>Two versions side by side.</summary>
    [HttpGet("{processId:guid}/compare")]
    public async Task<IActionResult> Compare(Guid processId, int? from, int? to, CancellationToken ct)
    {
        var compared = await queries.CompareAsync(processId, from, to, this.Viewer(), ct);
        ViewData["Dwells"] = this.Viewer().Can(Right.SeeMetrics) && compared.From.Id != compared.To.Id ? await dwells.CompareAsync(compared.From, compared.To, this.Viewer(), ct) : null;
        return View(compared);
    }

    /// <summary>The form for a new process.</summary>
    [HttpGet("new")]
    [RequiresRight(Right.ManageProcesses)]
    public Task<IActionResult> New(CancellationToken ct) => FormAsync(new ProcessForm(), null, ct);

    /// <summary>Makes a process with an empty draft.</summary>
    [HttpPost("")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Create(ProcessForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return await FormAsync(form, null, ct);
        }

        var made = await service.CreateAsync(form.ToFacts(), this.Viewer(), ct);
        if (made.Value is { } place)
        {
            this.Say("Made, with an empty draft. Add stages and steps, then give it a day to start.");
            return Redirect($"/processes/{place.ProcessId}/versions/{place.Number}/edit");
        }

        this.Refuse(made);
        return await FormAsync(form, null, ct);
    }

    /// <summary>The form for what a process is for.</summary>
    [HttpGet("{processId:guid}/details")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Details(Guid processId, CancellationToken ct)
    {
        var page = await queries.OneAsync(processId, null, this.Viewer(), ct);
        return await FormAsync(ProcessForm.Of(page.Process), page.Process, ct);
    }

    /// <summary>Says what a process is for.</summary>
    [HttpPost("{processId:guid}/details")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Describe(Guid processId, ProcessForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var process = (await queries.OneAsync(processId, null, this.Viewer(), ct)).Process;
        form.Kind = process.Kind;
        if (ModelState.IsValid)
        {
            try
            {
                var outcome = await service.DescribeAsync(processId, form.ToFacts(), form.Version, this.Viewer(), ct);
                if (outcome.IsDone)
                {
                    this.Say("Saved.");
                    return Redirect($"/processes/{processId}");
                }

                this.Refuse(outcome);
            }
            catch (StaleVersionException stale)
            {
                ModelState.Remove(nameof(form.Version));
                form.Version = process.Version;
                ModelState.AddModelError("", $"{stale.Message} It is now: {process.Name}. {process.Summary} What you typed is kept below.");
                Response.StatusCode = StatusCodes.Status409Conflict;
            }
        }

        return await FormAsync(form, process, ct);
    }

    /// <summary>Nothing is started by it any more.</summary>
    [HttpPost("{processId:guid}/retirement")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Retire(Guid processId, int version, CancellationToken ct) =>
        this.Went(await service.RetireAsync(processId, version, this.Viewer(), ct), "Retired. What runs goes on; nothing new is started by it.", $"/processes/{processId}");

    /// <summary>It is in use again.</summary>
    [HttpPost("{processId:guid}/retirement/end")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Return(Guid processId, int version, CancellationToken ct) =>
        this.Went(await service.ReturnAsync(processId, version, this.Viewer(), ct), "In use again.", $"/processes/{processId}");

    /// <summary>Makes a process of its own from a version.</summary>
    [HttpPost("{processId:guid}/copies")]
    [RequiresRight(Right.ManageProcesses)]
    public async Task<IActionResult> Copy(Guid processId, int number, string? name, CancellationToken ct)
    {
        var made = await service.DuplicateAsync(processId, number, name, this.Viewer(), ct);
        return this.Went(made, "Made, as a draft. Change what is different, then give it a day to start.", made.Value is { } place ? $"/processes/{place.ProcessId}/versions/{place.Number}/edit" : $"/processes/{processId}");
    }

    private async Task<IActionResult> FormAsync(ProcessForm form, ProcessTemplate? process, CancellationToken ct) =>
        View("Details", new ProcessFormPage(form, process, await types.AllAsync(ct)));
}
