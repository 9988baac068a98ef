using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Merging;

/// <summary>Records that may be of one company.</summary>
[Route("/references/duplicates")]
[RequiresRight(Right.EditAnyCustomer)]
public sealed class DuplicatesController(DuplicateQueries duplicates) : Controller
{
    /// <summary>The pairs, the surest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await duplicates.ListAsync(this.Viewer(), ct));
}
