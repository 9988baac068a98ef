using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Import;

/// <summary>Takes an import back while nothing newer touched its rows.</summary>
[Route("references/import/{id:guid}/undo")]
[RequiresRight(Right.Import)]
public sealed class ImportUndoController(ImportRunner runner, ImportQueries queries) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Undo(Guid id, CancellationToken ct)
    {
        var batch = await queries.OneAsync(id, this.Viewer(), ct);
        var answer = await runner.BeginUndoAsync(id, this.Viewer());
        if (answer is { IsDone: false })
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Result", new ImportOutcome(batch, runner.RefusalOf(id) ?? answer));
        }

        if (answer is not null)
        {
            this.Say("The import was taken back. Words it added to the taxonomies stay.");
        }

        return Redirect($"/references/import/{id}");
    }
}

/// <summary>An import that was written, and why it can't be taken back where somebody tried.</summary>
public sealed record ImportOutcome(ImportBatch Batch, UndoAnswer? Refused = null);
