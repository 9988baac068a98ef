using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Upkeep;

/// <summary>Customers that were put away.</summary>
[Route("/references/archive")]
[RequiresRight(Right.EditAnyCustomer)]
public sealed class ArchiveController(ArchiveQueries archive) : Controller
{
    /// <summary>The list, the latest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, int page = 1, CancellationToken ct = default) => View(await archive.PageAsync(q, page, this.Viewer(), ct));
}

/// <summary>Why a customer is put away.</summary>
public sealed class ArchivingForm
{
    /// <summary>The reason, for the program.</summary>
    public string? Reason { get; set; }
}

/// <summary>Puts a customer away, and takes it back.</summary>
[Route("/references/{id:guid}")]
[RequiresRight(Right.EditAnyCustomer)]
public sealed class ArchivingController(CustomerArchive archive) : Controller
{
    /// <summary>The form: what happens, or what must be over first.</summary>
    [HttpGet("archiving")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        ViewData["Archive"] = await archive.ReadAsync(id, this.Viewer(), ct);
        return View(new ArchivingForm());
    }

    /// <summary>Puts it away.</summary>
    [HttpPost("archiving")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, ArchivingForm form, CancellationToken ct)
    {
        var page = await archive.ReadAsync(id, this.Viewer(), ct);
        var outcome = await archive.ArchiveAsync(id, form.Reason, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            ViewData["Archive"] = page;
            return View(form);
        }

        this.Say($"{page.Name} is archived.");
        return Redirect("/references/archive");
    }

    /// <summary>Takes it back.</summary>
    [HttpPost("restoration")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Restore(Guid id, CancellationToken ct)
    {
        await archive.RestoreAsync(id, this.Viewer(), ct);
        this.Say("Restored, as it was.");
        return Redirect($"/references/{id}");
    }
}
