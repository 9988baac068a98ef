using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Lists;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Upkeep;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Exports;

/// <summary>Exports the records to confirm as filtered.</summary>
[Route("references/verification")]
public sealed class VerificationExportsController(VerificationExport records, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index(VerificationView view, string? owner, string? format, CancellationToken ct) =>
        await SendAsync(await records.ReadAsync(VerificationsController.FilterOf(view, owner, 1), this.Viewer(), ct), format, ct);
}
