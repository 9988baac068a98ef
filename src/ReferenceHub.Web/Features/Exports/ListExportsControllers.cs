using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Lists;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Features.Content;
using ReferenceHub.Web.Features.Opportunities;
using ReferenceHub.Web.Features.References.Nominations;
using ReferenceHub.Web.Features.Requests;
using ReferenceHub.Web.Features.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Exports;

/// <summary>Exports one's own requests, a tab at a time, and the queue as filtered.</summary>
[Route("requests")]
public sealed class RequestExportsController(RequestExport requests, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Mine(string? tab, string? format, CancellationToken ct) =>
        await SendAsync(await requests.MineAsync(MyRequestsController.TabOf(tab), this.Viewer(), ct), format, ct);

    [HttpGet("queue/export")]
    [RequiresRight(Right.RunProgram)]
    public async Task<IActionResult> Queue(QueueAddress address, string? format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        return await SendAsync(await requests.QueueAsync(address.ToFilter(), this.Viewer(), ct), format, ct);
    }
}

/// <summary>Exports deals as filtered.</summary>
[Route("opportunities")]
[Module(Modules.Opportunities)]
[RequiresRight(Right.ExportAll)]
public sealed class DealExportsController(DealExport deals, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index(OpportunityFilter filter, string? format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await SendAsync(await deals.ReadAsync(filter.ToSearch(), this.Viewer(), ct), format, ct);
    }
}

/// <summary>Exports content as filtered.</summary>
[Route("content")]
[RequiresRight(Right.ExportAll)]
public sealed class ContentExportsController(ContentExport content, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index([FromQuery] LibraryForm form, string? format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await SendAsync(await content.ReadAsync(form.ToSearch(), this.Viewer(), ct), format, ct);
    }
}

/// <summary>Exports nominations, a tab at a time.</summary>
[Route("references/nominations")]
public sealed class NominationExportsController(NominationExport nominations, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index(NominationTab tab, string? format, CancellationToken ct) =>
        NominationsController.ListOf(tab) is { } list ? await SendAsync(await nominations.ReadAsync(list, this.Viewer(), ct), format, ct) : NotFound();
}

/// <summary>Exports the ledger of a customer, or of a contact there, as it is filtered.</summary>
[Route("usage/customers/{customerId:guid}")]
public sealed class LedgerExportsController(LedgerExport ledgers, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index(Guid customerId, [FromQuery] LedgerForm form, string? format, CancellationToken ct) =>
        await SendAsync(await ledgers.ReadAsync(customerId, form.ToFilter(null), this.Viewer(), ct), format, ct);

    [HttpGet("contacts/{contactId:guid}/export")]
    public async Task<IActionResult> OfContact(Guid customerId, Guid contactId, [FromQuery] LedgerForm form, string? format, CancellationToken ct) =>
        await SendAsync(await ledgers.ReadAsync(customerId, form.ToFilter(contactId), this.Viewer(), ct), format, ct);
}

/// <summary>Exports what is wrong with a staged file.</summary>
[Route("references/import/{id:guid}/problems")]
[RequiresRight(Right.Import)]
public sealed class ImportProblemsController(ImportProblemExport problems, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index(Guid id, string? format, CancellationToken ct) => await SendAsync(await problems.ReadAsync(id, this.Viewer(), ct), format, ct);
}

/// <summary>Exports unmet needs: those that stand, or those that were taken back or met.</summary>
[Route("references/unmet")]
[RequiresRight(Right.ExportAll)]
public sealed class UnmetExportsController(UnmetNeedExport needs, ExportLog log) : ExportController(log)
{
    [HttpGet("export")]
    public async Task<IActionResult> Index(string? view, string? format, CancellationToken ct) =>
        await SendAsync(await needs.ReadAsync(view == "closed", this.Viewer(), ct), format, ct);
}
