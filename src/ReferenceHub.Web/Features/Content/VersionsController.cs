using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Versions of content: compare two, bring one back.</summary>
[Route("/content/{id:guid}/versions/{number:int}")]
[RequiresRight(Right.ManageContent)]
public sealed class VersionsController(AssetVersions versions, AssetService assets) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, int number, int? with, CancellationToken ct) => View("Compare", await versions.CompareAsync(id, number, with, this.Viewer(), ct));

    [HttpPost("restoration")]
    public async Task<IActionResult> Restore(Guid id, int number, CancellationToken ct)
    {
        var outcome = await assets.RestoreAsync(id, number, this.Viewer(), ct);
        this.SayOrWarn(outcome, $"Version {number} is back, as a new version.");
        return Redirect($"/content/{id}#versions");
    }
}
