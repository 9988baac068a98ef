using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes.Shares;

/// <summary>Addresses at which people without an account read a process.</summary>
/// <param name="Process">The process.</param>
/// <param name="Lines">Its addresses.</param>
/// <param name="Now">Now (UTC).</param>
/// <param name="Address">The address made just now, shown this once.</param>
/// <param name="Recipient">What was typed.</param>
public sealed record ProcessSharesPage(ProcessTemplate Process, IReadOnlyList<ProcessShareLine> Lines, DateTime Now, string? Address, string? Recipient);

/// <summary>Gives people without an account an address of a process, and takes it back.</summary>
[Route("/processes/{processId:guid}/shares")]
[RequiresRight(Right.ManageProcesses)]
public sealed class ProcessSharesController(ProcessQueries queries, ProcessShares shares, SiteAddress site, TimeProvider clock) : Controller
{
    /// <summary>All addresses of the process.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(Guid processId, CancellationToken ct) => PageAsync(processId, null, ct);

    /// <summary>Makes an address.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Give(Guid processId, string? recipient, CancellationToken ct)
    {
        var given = await shares.GiveAsync(processId, recipient, this.Viewer(), ct);
        if (given.Value is not { } token)
        {
            this.Refuse(given);
            return await PageAsync(processId, recipient, ct);
        }

        // The address is known now and never again: it goes over to the next page in the maker's own, protected note.
        TempData[Note(processId)] = site.Of($"/l/{token}");
        return RedirectToAction(nameof(Index), new { processId });
    }

    /// <summary>Takes an address back.</summary>
    [HttpPost("{linkId:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid processId, Guid linkId, CancellationToken ct) =>
        this.Went(await shares.RevokeAsync(processId, linkId, this.Viewer(), ct), "Taken back. The address works no more.", $"/processes/{processId}/shares");

    private static string Note(Guid processId) => $"process-share-{processId:N}";

    private async Task<IActionResult> PageAsync(Guid processId, string? recipient, CancellationToken ct)
    {
        var page = await queries.OneAsync(processId, null, this.Viewer(), ct);
        return View("/Features/Processes/Shares/Index.cshtml", new ProcessSharesPage(
            page.Process, await shares.ListAsync(processId, this.Viewer(), ct), clock.UtcNow(), TempData[Note(processId)] as string, recipient));
    }
}
