using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Views;

/// <summary>What somebody keeps: filters under a name, and searches waited on.</summary>
public sealed record ViewsPage(IReadOnlyList<SavedViewLine> Views, IReadOnlyList<FreeAlertLine> Alerts);

/// <summary>Filters of lists under a name.</summary>
[Route("/views")]
public sealed class ViewsController(SavedViews views, FreeAlerts alerts) : Controller
{
    /// <summary>All views of the person, and those that others share.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new ViewsPage(await views.ListAsync(null, this.Viewer(), ct), await alerts.MineAsync(this.Viewer(), ct)));

    /// <summary>The form that names the filter of a list.</summary>
    [HttpGet("new")]
    public IActionResult New(string? page, string? query) => View("New", new ViewForm { Page = Known(page), Query = SavedViews.Clean(query) });

    /// <summary>Saves a filter under a name.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(ViewForm form, CancellationToken ct)
    {
        form.Page = Known(form.Page);
        if (!ModelState.IsValid)
        {
            return View("New", form);
        }

        var outcome = await views.SaveAsync(form.Page, form.Query, form.ToWish(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("New", form);
        }

        this.Say("Saved. It is in the Views menu.");
        return Redirect(outcome.Value!);
    }

    /// <summary>Renames, shares or opens the list with a view.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, ViewForm form, CancellationToken ct)
    {
        var outcome = ModelState.IsValid ? await views.ChangeAsync(id, form.Version, form.ToWish(), this.Viewer(), ct) : Outcome.Refuse("A view needs a name of up to 60 characters.");
        if (outcome.IsDone)
        {
            this.Say("Saved.");
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return RedirectToAction(nameof(Index));
    }

    /// <summary>Deletes a view.</summary>
    [HttpPost("{id:guid}/removal")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken ct)
    {
        await views.DeleteAsync(id, this.Viewer(), ct);
        this.Say("Deleted.");
        return RedirectToAction(nameof(Index));
    }

    private static string Known(string? page) => SavedViews.Pages.Contains(page, StringComparer.Ordinal) ? page! : SavedViews.Pages[0];
}
