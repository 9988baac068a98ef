using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Lists;
using ReferenceHub.Core.Matching;
using ReferenceHub.Web.Features.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Exports;

/// <summary>Exports the references that a search finds, or what belongs to them; the address holds the search as on the page.</summary>
[Route("references")]
public sealed class ReferenceExportsController(ReferenceExport references, PartExports parts, MatchQueries matches, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> References([FromQuery] ReferenceSearchForm form, string? format, CancellationToken ct) =>
        await SendAsync(await references.ReadAsync(await AskAsync(form, ct), this.Viewer(), ct), format, ct);

    [HttpGet("contacts/export")]
    public async Task<IActionResult> Contacts([FromQuery] ReferenceSearchForm form, string? format, CancellationToken ct) =>
        await SendAsync(await parts.ContactsAsync(await AskAsync(form, ct), this.Viewer(), ct), format, ct);

    [HttpGet("product-uses/export")]
    public async Task<IActionResult> ProductUses([FromQuery] ReferenceSearchForm form, string? format, CancellationToken ct) =>
        await SendAsync(await parts.ProductUsesAsync(await AskAsync(form, ct), this.Viewer(), ct), format, ct);

    [HttpGet("permissions/export")]
    public async Task<IActionResult> Permissions([FromQuery] ReferenceSearchForm form, string? format, CancellationToken ct) =>
        await SendAsync(await parts.PermissionsAsync(await AskAsync(form, ct), this.Viewer(), ct), format, ct);

    [HttpGet("past-uses/export")]
    public async Task<IActionResult> PastUses([FromQuery] ReferenceSearchForm form, string? format, CancellationToken ct) =>
        await SendAsync(await parts.PastUsesAsync(await AskAsync(form, ct), this.Viewer(), ct), format, ct);

    private async Task<CatalogAsk> AskAsync(ReferenceSearchForm form, CancellationToken ct)
    {
        var typed = Criteria.From(Request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
        var read = await matches.ReadWordsAsync(typed, this.Viewer(), ct);
        return form.Ask(MatchQueries.Allowed(read.Criteria, this.Viewer()));
    }
}
