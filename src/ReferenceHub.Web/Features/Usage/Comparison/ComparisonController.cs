using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Infrastructure.Jobs;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage.Comparison;

/// <summary>The ledgers compared with what they stand for: runs, findings, and one more run at once.</summary>
[Route("/usage/comparison")]
[Module(Modules.Usage)]
public sealed class ComparisonController(ComparisonQueries queries, SideRunner runner) : Controller
{
    /// <summary>The last runs and what stands.</summary>
    [HttpGet("")]
    [RequiresRight(Right.SeeUsage)]
    public async Task<IActionResult> Show(string? page, CancellationToken ct) => View(await queries.ReadAsync(LoadWords.PageOf(page), this.Viewer(), ct));

    /// <summary>Compares now; it goes on when the page is left.</summary>
    [HttpPost("")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Run()
    {
        switch (await runner.BeginAsync(new ComparisonWork(this.Viewer())))
        {
            case { IsDone: false, Refusal: { } refusal }:
                this.Warn(refusal);
                break;
            case { IsDone: true }:
                this.Say("Compared.");
                break;
            default:
                this.Say("The comparison goes on. Its result will be shown here.");
                break;
        }

        return RedirectToAction(nameof(Show));
    }
}
