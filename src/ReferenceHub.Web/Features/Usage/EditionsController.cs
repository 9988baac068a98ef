using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Features.Usage.Editions;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>Versions of the policies.</summary>
[Route("/usage/policies/versions/{editionId:guid}")]
[Module(Modules.Usage)]
public sealed class EditionsController(EditionPages pages) : Controller
{
    /// <summary>One version: its policies, what differs from the one in force, and what can be done with it.</summary>
    [HttpGet("")]
    [RequiresRight(Right.SeeUsage)]
    public async Task<IActionResult> Show(Guid editionId, CancellationToken ct) => View(await pages.OfAsync(editionId, null, null, this.Viewer(), ct));
}
