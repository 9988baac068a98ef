using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Features.References.Profile;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Printing;

/// <summary>The profile on paper: all of it on one page, without controls.</summary>
public sealed class PrintController(ReferenceProfileQueries profiles, UsagePanelQueries usage) : Controller
{
    /// <summary>What the viewer may see of one customer.</summary>
    [HttpGet("/references/{id:guid}/print")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var profile = await profiles.ReadAsync(id, viewer, ct);
        return View(new ProfilePage(profile, await usage.ReadAsync(id, viewer, ct), 0, "print"));
    }
}
