using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Permissions;

/// <summary>The signed file behind a permission, to be saved; never shown in the browser.</summary>
[Route("/references/{id:guid}/permissions/{scope}/evidence")]
[RequiresRight(Right.SeeCustomerSecrets)]
public sealed class EvidenceController(EvidenceFiles files) : Controller
{
    /// <summary>Hands it out.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string scope, CancellationToken ct)
    {
        var (file, content) = await files.OpenAsync(id, ScopeAddress.Read(scope), this.Viewer(), ct);
        return this.Download(file, content);
    }
}
