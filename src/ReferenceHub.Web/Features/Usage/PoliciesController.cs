using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>The limits.</summary>
[Route("/usage/policies")]
[Module(Modules.Usage)]
public sealed class PoliciesController(PolicyQueries queries, PolicyService policies) : Controller
{
    /// <summary>All policies in words, with what was changed last.</summary>
    [HttpGet("")]
    [RequiresRight(Right.SeeUsage)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await queries.ListAsync(null, this.Viewer(), ct));

    /// <summary>The form for one policy.</summary>
    [HttpGet("{policyId:guid}")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Edit(Guid policyId, CancellationToken ct)
    {
        var line = await OneAsync(policyId, ct);
        return View(PolicyForm.Of(line));
    }

    /// <summary>Changes one policy.</summary>
    [HttpPost("{policyId:guid}")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Change(Guid policyId, PolicyForm form, CancellationToken ct)
    {
        var line = await OneAsync(policyId, ct);
        form.Describe(line);
        if (form.HasDays && form.Days is null or < 1)
        {
            ModelState.AddModelError(nameof(form.Days), $"Days are a number from 1 to {UsagePolicy.MostDays}.");
        }

        if (form.HasAmount && form.Amount is null)
        {
            ModelState.AddModelError(nameof(form.Amount), $"The limit is a number from 0 to {UsagePolicy.MostAmount}.");
        }

        if (!ModelState.IsValid)
        {
            return View(nameof(Edit), form);
        }

        var policy = line.Policy;
        var terms = policy.Blackout is { } blackout
            ? PolicyTerms.Closed(blackout with { Days = form.Days ?? policy.Days })
            : new PolicyTerms(policy.Measure, form.Amount ?? 0, new LimitWindow(policy.WindowKind, form.Days ?? policy.Days));
        var outcome = await policies.ChangeAsync(policyId, new PolicySpec { Per = policy.Per, ActivityKeys = policy.ActivityKeys, Terms = terms, Enabled = form.Enabled }, form.Version, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(nameof(Edit), form);
        }

        this.Say("Saved. The next reservation is held to it.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<PolicyLine> OneAsync(Guid policyId, CancellationToken ct) =>
        (await queries.ListAsync(null, this.Viewer(), ct)).Policies.FirstOrDefault(line => line.Policy.Id == policyId) ?? throw new MissingException("policy");
}
