using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The program manager's queue; its state is in the address.</summary>
[Route("requests/queue")]
[RequiresRight(Right.RunProgram)]
public sealed class QueueController(QueueQueries queue, RequestPeople people, ActivityTypeQueries types, RequestPages pages) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(QueueAddress address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (Request.IsHtmx() && Request.Headers["HX-Target"].ToString().Contains("preview", StringComparison.Ordinal) && address.Selected is { } only)
        {
            return PartialView("_Preview", await PreviewAsync(only, ct));
        }

        var page = await queue.PageAsync(address.ToFilter(), this.Viewer(), ct);
        var selected = page.Rows.FirstOrDefault(row => row.Number == address.Selected) ?? (page.Rows.Count > 0 ? page.Rows[0] : null);
        return View("Queue", new QueueShown(
            address, page, selected is null ? null : await PreviewAsync(selected.Number, ct),
            await types.AllAsync(ct), await people.RequestersAsync(ct), await people.ManagersAsync(ct)));
    }

    /// <summary>How much each program manager has in hand.</summary>
    [HttpGet("workload")]
    public async Task<IActionResult> Workload(CancellationToken ct) => View("Workload", await queue.WorkloadAsync(this.Viewer(), ct));

    private async Task<QueuePreview> PreviewAsync(int number, CancellationToken ct) =>
        new(await pages.ReadAsync(number, this.Viewer(), null, null, ct, preview: true), Request.With("selected", number.ToString(Words.Culture)));
}

/// <summary>Everything the queue shows.</summary>
public sealed record QueueShown(
    QueueAddress Address, QueuePage Page, QueuePreview? Preview, IReadOnlyList<ActivityType> Types, IReadOnlyList<Person> Requesters, IReadOnlyList<Person> Managers);

/// <summary>The request beside the list, and where its actions lead back to.</summary>
public sealed record QueuePreview(RequestPage Page, string Back);
