using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Permissions;

/// <summary>Permissions across customers: one of two lists, and the count of the other.</summary>
public sealed record PermissionLists(ConsentGaps Gaps, EndingPermissionPage Ending, bool ShowsEnding);

/// <summary>What is used without or beyond a permission, and what ends soon; owners see their own customers.</summary>
[Route("/references/permissions")]
public sealed class PermissionListController(ConsentGapQueries gaps, EndingPermissions ending) : Controller
{
    /// <summary>One of the lists.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tab, int page = 1, CancellationToken ct = default) =>
        View(new PermissionLists(await gaps.ReadAsync(this.Viewer(), ct), await ending.PageAsync(page, this.Viewer(), ct), tab == "ending"));
}
