using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Taxonomy;

/// <summary>A merge before it is done: the choice of a term, and what would move.</summary>
public sealed record MergePage(TermPage Term, MergePreview? Preview);

/// <summary>Both terms as the preview showed them.</summary>
public sealed class MergeForm
{
    /// <summary>The term that takes over.</summary>
    public Guid Into { get; set; }

    /// <summary>Version of the term that becomes a signpost.</summary>
    public int FromVersion { get; set; }

    /// <summary>Version of the term that takes over.</summary>
    public int IntoVersion { get; set; }
}

/// <summary>Merges one term into another after showing what moves.</summary>
[Route("/admin/taxonomies/{kind}/{id:guid}/merge")]
[RequiresRight(Right.ManageTaxonomies)]
public sealed class TermMergeController(TaxonomyQueries taxonomies, TermMerging merging) : Controller
{
    /// <summary>The choice, and the preview once a term is chosen.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(string kind, Guid id, Guid? into, CancellationToken ct)
    {
        var page = await taxonomies.OneAsync(TaxonomiesController.KindOf(kind), id, this.Viewer(), ct);
        return View("Merge", new MergePage(page, into is { } other ? await merging.PreviewAsync(id, other, this.Viewer(), ct) : null));
    }

    /// <summary>Merges what the preview showed.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Merge(string kind, Guid id, MergeForm form, CancellationToken ct)
    {
        var known = TaxonomiesController.KindOf(kind);
        if (form.Into == Guid.Empty)
        {
            return Redirect($"/admin/taxonomies/{known.Key()}/{id}/merge");
        }

        var outcome = await merging.MergeAsync(new MergeMark(id, form.FromVersion, form.Into, form.IntoVersion), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            this.Warn(outcome.Refusal!);
            return Redirect($"/admin/taxonomies/{known.Key()}/{id}/merge?into={form.Into}");
        }

        this.Say($"Merged. {Words.Count(outcome.Value, "place names", "places name")} the other term now; old links and names still work.");
        return Redirect($"/admin/taxonomies/{known.Key()}/{form.Into}");
    }
}
