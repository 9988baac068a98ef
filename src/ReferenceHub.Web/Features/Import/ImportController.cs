using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Import;

/// <summary>Upload of a file, and the page of one import in whatever state it is.</summary>
[Route("references/import")]
[RequiresRight(Right.Import)]
public sealed class ImportController(ImportService imports, ImportQueries queries, ImportProgress progress, ImportRunner runner, TimeProvider clock) : Controller
{
    /// <summary>Room for the form's own parts around a file of the largest size.</summary>
    private const int MostBytes = ImportBatch.MostBytes + 64 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("Upload", await queries.RecentAsync(this.Viewer(), ct));

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Import)]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Upload(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            ModelState.AddModelError("File", "Choose a CSV or Excel file first.");
            return await RefusedAsync(ct);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var staged = await imports.StageAsync(file.FileName, bytes.ToArray(), this.Viewer(), ct);
        if (!staged.IsDone)
        {
            ModelState.AddModelError("File", staged.Refusal!);
            return await RefusedAsync(ct);
        }

        return Redirect($"/references/import/{staged.Value}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var batch = await queries.OneAsync(id, this.Viewer(), ct);
        return batch.State switch
        {
            ImportState.Staged => View("Review", await imports.ReviewAsync(id, this.Viewer(), ct)),
            ImportState.Running => View("Running", Running(batch)),
            ImportState.Done when progress.Of(id) is not null => View("Running", Running(batch)),
            _ => View("Result", new ImportOutcome(batch, runner.RefusalOf(id))),
        };
    }

    /// <summary>For the running page: how far it is; the page is loaded anew when the run has ended.</summary>
    [HttpGet("{id:guid}/progress")]
    public async Task<IActionResult> Progress(Guid id, CancellationToken ct)
    {
        var batch = await queries.OneAsync(id, this.Viewer(), ct);
        if (batch.State != ImportState.Running && progress.Of(id) is null)
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return PartialView("_Progress", Running(batch));
    }

    [HttpPost("{id:guid}/discard")]
    public async Task<IActionResult> Discard(Guid id, CancellationToken ct)
    {
        await imports.DiscardAsync(id, this.Viewer(), ct);
        this.Say("The file was thrown away. Nothing of it was imported.");
        return Redirect("/references/import");
    }

    private ImportRunning Running(ImportBatch batch)
    {
        var percent = progress.Of(batch.Id);
        return new ImportRunning(batch, percent, percent is null && batch.IsLostAt(clock.UtcNow()));
    }

    private async Task<IActionResult> RefusedAsync(CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Upload", await queries.RecentAsync(this.Viewer(), ct));
    }
}

/// <summary>An import that is being written: per cent done, where this node knows; lost when nobody seems to write it any more.</summary>
public sealed record ImportRunning(ImportBatch Batch, int? Percent, bool IsLost);
