using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using ReferenceHub.Core.Export;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Exports;

/// <summary>What all exports share: the form of the file from the address, the note in the history, the limit per person.</summary>
[EnableRateLimiting(RateLimits.Export)]
public abstract class ExportController(ExportLog log) : Controller
{
    /// <summary>Notes the export of a list and sends it.</summary>
    protected async Task<IActionResult> SendAsync(ExportTable table, string? format, CancellationToken ct) =>
        new ExportResult(await log.NoteAsync(table, format == "csv" ? ExportFormat.Csv : ExportFormat.Xlsx, Filter(), this.Viewer(), ct));

    private string Filter() => Request.Path + QueryHelpers.AddQueryString("", Request.Query.Where(pair => pair.Key != "format"));
}
