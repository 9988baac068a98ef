using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Taxonomy;

/// <summary>What is done to a term beside editing it: place, retirement, removal.</summary>
[Route("/admin/taxonomies/{kind}/{id:guid}")]
[RequiresRight(Right.ManageTaxonomies)]
public sealed class TermVerbsController(TermService terms, TermRemoval removal) : Controller
{
    /// <summary>One place up or down among its siblings.</summary>
    [HttpPost("place")]
    public async Task<IActionResult> Place(string kind, Guid id, string? to, CancellationToken ct)
    {
        var known = TaxonomiesController.KindOf(kind);
        await terms.PlaceAsync(id, to == "up", this.Viewer(), ct);
        return Redirect($"/admin/taxonomies/{known.Key()}#term-{id}");
    }

    /// <summary>No longer offered.</summary>
    [HttpPost("retirement")]
    public Task<IActionResult> Retire(string kind, Guid id, int version, CancellationToken ct) =>
        SaidAsync(kind, id, () => terms.RetireAsync(id, version, true, this.Viewer(), ct), "Retired: no longer offered, still understood and shown where it stands.");

    /// <summary>Offered again.</summary>
    [HttpPost("retirement/end")]
    public Task<IActionResult> Restore(string kind, Guid id, int version, CancellationToken ct) =>
        SaidAsync(kind, id, () => terms.RetireAsync(id, version, false, this.Viewer(), ct), "Offered again.");

    /// <summary>Deletes what nothing names.</summary>
    [HttpPost("removal")]
    public async Task<IActionResult> Remove(string kind, Guid id, int version, CancellationToken ct)
    {
        var known = TaxonomiesController.KindOf(kind);
        var outcome = await removal.RemoveAsync(id, version, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            this.Warn(outcome.Refusal!);
            return Redirect($"/admin/taxonomies/{known.Key()}/{id}");
        }

        this.Say("Deleted.");
        return Redirect($"/admin/taxonomies/{known.Key()}");
    }

    private async Task<IActionResult> SaidAsync(string kind, Guid id, Func<Task<Outcome>> deed, string words)
    {
        var known = TaxonomiesController.KindOf(kind);
        var outcome = await deed();
        if (outcome.IsDone)
        {
            this.Say(words);
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return Redirect($"/admin/taxonomies/{known.Key()}/{id}");
    }
}
