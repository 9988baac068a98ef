using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>What a match weighs, tried on recent requests before it is saved.</summary>
[Route("/admin/matching")]
[RequiresRight(Right.WeighMatches)]
public sealed class MatchWeightsController(MatchWeightService service, WeightTrials trials) : Controller
{
    /// <summary>The weights in force.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var settings = await service.ReadAsync(this.Viewer(), ct);
        return View(await PageAsync(MatchWeightsForm.Of(settings.Weights, settings.Version), settings, ct));
    }

    /// <summary>Shows what the typed weights, or the shipped ones, would change. Saves nothing.</summary>
    [HttpPost("preview")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Preview(MatchWeightsForm form, bool shipped, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (shipped)
        {
            form = MatchWeightsForm.Of(MatchWeights.Default, form.Version);
            ModelState.Clear();
        }

        AddSum(form);
        var page = await PageAsync(form, await service.ReadAsync(this.Viewer(), ct), ct) with { IsShipped = shipped };
        return Request.IsHtmx() ? PartialView("_Trial", page) : View(nameof(Index), page);
    }

    /// <summary>Saves the weights; when others are in force by now, shows both and saves nothing.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(MatchWeightsForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        AddSum(form);
        if (ModelState.IsValid)
        {
            try
            {
                var outcome = await service.SetAsync(form.ToWeights(), form.Version, this.Viewer(), ct);
                if (outcome.IsDone)
                {
                    this.Say("Saved. Every search counts by these weights from now on.");
                    return RedirectToAction(nameof(Index));
                }

                ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            }
            catch (StaleVersionException stale)
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
                var now = await service.ReadAsync(this.Viewer(), ct);
                ModelState.Clear();
                ModelState.AddModelError("", $"{stale.Message} What you typed is still here; saving it replaces theirs.");
                form.Version = now.Version;
            }
        }

        return View(nameof(Index), await PageAsync(form, await service.ReadAsync(this.Viewer(), ct), ct));
    }

    // The sum is the refusal of four fields together, said once they are good each for itself.
    private void AddSum(MatchWeightsForm form)
    {
        if (ModelState.IsValid && form.ToWeights().WhyNot is { } no)
        {
            ModelState.AddModelError(MatchWeightService.PartsField, no);
        }
    }

    private async Task<MatchWeightsPage> PageAsync(MatchWeightsForm form, WeightSettings settings, CancellationToken ct)
    {
        var weights = form.ToWeights();
        return new MatchWeightsPage(form.Whole(), settings, weights.WhyNot is null ? await trials.OfAsync(weights, this.Viewer(), ct) : null);
    }
}
