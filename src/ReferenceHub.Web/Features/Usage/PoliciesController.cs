using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the page of the policies in force shows.</summary>
/// <param name="List">The policies in force, and all versions.</param>
/// <param name="Own">A page of what single customers and contacts have of their own.</param>
public sealed record PoliciesPage(PolicyList List, OwnLimitPage Own);

/// <summary>The limits.</summary>
[Route("/usage/policies")]
[Module(Modules.Usage)]
public sealed class PoliciesController(PolicyQueries queries, OwnLimitQueries own, PolicyFormPages pages, PolicyService policies) : Controller
{
    /// <summary>All policies in force in words, with the versions and what was changed last.</summary>
    [HttpGet("")]
    [RequiresRight(Right.SeeUsage)]
    public async Task<IActionResult> Index(int page, CancellationToken ct) =>
        View(new PoliciesPage(await queries.ListAsync(null, this.Viewer(), ct), await own.ReadAsync(page, this.Viewer(), ct)));

    /// <summary>The form for a new policy, of a version or in force; what is chosen already comes in the address.</summary>
    [HttpGet("new")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> New(Guid? version, PolicyScope? scope, string? customerName, Guid? customerId, Guid? contactId, CancellationToken ct)
    {
        ModelState.Clear();
        var form = PolicyForm.New(version);
        (form.Scope, form.CustomerName, form.CustomerId, form.ContactId) = (scope ?? form.Scope, customerName, customerId, contactId);
        return View(nameof(Edit), await pages.ForNewAsync(form, this.Viewer(), ct));
    }

    /// <summary>Adds a policy, or one for each activity that rests by itself.</summary>
    [HttpPost("")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Create(PolicyForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Find is not null)
        {
            ModelState.Clear();
        }
        else if (ModelState.IsValid)
        {
            var specs = form.ToSpecs();
            var added = await policies.AddAsync(specs, form.EditionId, form.State, this.Viewer(), ct);
            if (added.IsDone)
            {
                await pages.ForNewAsync(form, this.Viewer(), ct);
                return Saved(specs.Count == 1 ? "Added." : $"Added {specs.Count} rests.", specs[0].IsForOne ? null : form.Page!.Edition, form.Page!.State);
            }

            Refuse(form, added);
        }

        return View(nameof(Edit), await pages.ForNewAsync(form, this.Viewer(), ct));
    }

    /// <summary>The form for one policy.</summary>
    [HttpGet("{policyId:guid}")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Edit(Guid policyId, CancellationToken ct)
    {
        var saved = await queries.OneAsync(policyId, this.Viewer(), ct);
        return View(await pages.ForAsync(PolicyForm.Of(saved, await pages.TermsAsync(ct)), saved, this.Viewer(), ct));
    }

    /// <summary>Changes one policy; when somebody else did meanwhile, shows both and saves nothing.</summary>
    [HttpPost("{policyId:guid}")]
    [RequiresRight(Right.SetLimits)]
    public async Task<IActionResult> Change(Guid policyId, PolicyForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var saved = await queries.OneAsync(policyId, this.Viewer(), ct);
        if (ModelState.IsValid && form.ToSpecs() is not [_])
        {
            ModelState.AddModelError(nameof(form.ActivityKeys), "A rest between same kinds is a policy of its own for each activity: tick one here, and add policies for the others.");
        }

        if (ModelState.IsValid)
        {
            try
            {
                var outcome = await policies.ChangeAsync(policyId, form.ToSpecs()[0], form.Version, this.Viewer(), ct, form.State);
                if (outcome.IsDone)
                {
                    return Saved("Saved.", saved.Edition, saved.State);
                }

                Refuse(form, outcome);
            }
            catch (StaleVersionException stale)
            {
                saved = await queries.OneAsync(policyId, this.Viewer(), ct);
                (form.Version, form.State) = (saved.Line.Policy.Version, saved.State);
                ModelState.Remove(nameof(form.Version));
                ModelState.Remove(nameof(form.State));
                ModelState.AddModelError("", stale.Message);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View(nameof(Edit), await pages.ForAsync(form, saved, this.Viewer(), ct, meanwhile: true));
            }
        }

        return View(nameof(Edit), await pages.ForAsync(form, saved, this.Viewer(), ct));
    }

    private void Refuse(PolicyForm form, Outcome outcome)
    {
        if (outcome.Field == nameof(form.State))
        {
            // The form goes on from how the version stands now.
            form.State = null;
            ModelState.Remove(nameof(form.State));
        }

        ModelState.AddModelError(outcome.Field switch { nameof(form.State) => "", nameof(PolicySpec.SegmentIds) => nameof(form.IndustryId), var field => field ?? "" }, outcome.Refusal!);
    }

    private RedirectResult Saved(string words, PolicyEdition? edition, EditionState state)
    {
        var inDraft = edition is not null && state != EditionState.InForce;
        this.Say(inDraft ? $"{words} {(state == EditionState.Draft ? "It binds nobody until this version starts." : "It binds from the day on which this version starts.")}" : $"{words} The next reservation is held to it.");
        return Redirect(inDraft ? $"/usage/policies/versions/{edition!.Id}" : "/usage/policies");
    }
}
