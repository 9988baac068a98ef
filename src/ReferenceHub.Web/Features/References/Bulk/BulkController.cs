using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Bulk;

/// <summary>The choice of what to change.</summary>
public sealed record BulkPage(BulkForm Form, int Count, ReferenceChoices Choices);

/// <summary>What would change, before it does.</summary>
public sealed record BulkPreviewPage(BulkForm Form, BulkPlan Plan);

/// <summary>Changes many customers at once: choose, look, do.</summary>
[Route("/references/bulk")]
public sealed class BulkController(BulkEditor bulk, MatchQueries matches, ReferenceFormQueries forms) : Controller
{
    private const int MostNamed = 5;

    /// <summary>The choice of what to change of the ticked customers, or of all that a filter finds.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Choose([FromQuery] BulkForm form, CancellationToken ct) => await FormAsync(form, ct);

    /// <summary>Shows what would change; nothing does.</summary>
    [HttpPost("preview")]
    public async Task<IActionResult> Preview([FromForm] BulkForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var (total, ids) = await SelectedAsync(form, ct);
            var outcome = total > BulkChange.Most
                ? Outcome<BulkPlan>.Refuse("At most 2,000 customers are changed in one go. Narrow the filter.")
                : await bulk.PreviewAsync(ids, form.ToChange(), this.Viewer(), ct);
            if (outcome.IsDone)
            {
                return View(new BulkPreviewPage(form, outcome.Value!));
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        return await FormAsync(form, ct);
    }

    /// <summary>Does what the preview showed.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Apply([FromForm] BulkForm form, CancellationToken ct)
    {
        var outcome = ModelState.IsValid
            ? await bulk.ApplyAsync(BulkMarks.Read(form.Marks), form.ToChange(), this.Viewer(), ct)
            : Outcome<BulkResult>.Refuse("The form could not be read. Choose again what is to change.");
        if (!outcome.IsDone)
        {
            this.Warn(outcome.Refusal!);
        }
        else
        {
            this.Say(InWords(outcome.Value!));
        }

        return Redirect(Back(form));
    }

    private static string Back(BulkForm form) => string.IsNullOrEmpty(form.Filter) ? "/references" : $"/references?{SavedViews.Clean(form.Filter)}";

    private static string InWords(BulkResult result)
    {
        var left = result.Left.Count == 0 ? "" : $" Left as they were: {string.Join("; ", result.Left.Take(MostNamed).Select(one => $"{one.Name} ({one.Why})"))}{(result.Left.Count > MostNamed ? $" and {result.Left.Count - MostNamed} more" : "")}.";
        return $"Changed {Words.Count(result.Changed, "customer")}.{left}";
    }

    private async Task<(int Total, IReadOnlyList<Guid> Ids)> SelectedAsync(BulkForm form, CancellationToken ct)
    {
        if (form.Filter is null)
        {
            var ids = (form.Ids ?? []).Distinct().ToList();
            return (ids.Count, ids);
        }

        var pairs = QueryHelpers.ParseQuery(form.Filter);
        var search = new ReferenceSearchForm { Type = pairs.GetValueOrDefault("type"), View = pairs.GetValueOrDefault("view"), Sort = "name" };
        return await matches.FoundAsync(search.Ask(Criteria.Parse(form.Filter)), this.Viewer(), BulkChange.Most, ct);
    }

    private async Task<IActionResult> FormAsync(BulkForm form, CancellationToken ct) =>
        View("Choose", new BulkPage(form, (await SelectedAsync(form, ct)).Total, await forms.ChoicesAsync(null, ct)));
}
