using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>Switches a policy on or off, or takes it out of a draft.</summary>
[Route("/usage/policies/{policyId:guid}")]
[Module(Modules.Usage)]
[RequiresRight(Right.SetLimits)]
public sealed class PolicySwitchesController(PolicyQueries queries, PolicyService policies) : Controller
{
    /// <summary>Switches it; what the page showed comes along, so that nobody switches what somebody else has just changed.</summary>
    [HttpPost("switch")]
    public async Task<IActionResult> Switch(Guid policyId, bool enabled, int version, EditionState? state, CancellationToken ct)
    {
        var place = await queries.OneAsync(policyId, this.Viewer(), ct);
        var outcome = await policies.SwitchAsync(policyId, enabled, version, this.Viewer(), ct, state);
        return Back(place, outcome, enabled ? $"Switched on: {place.Line.Rule}." : $"Switched off: {place.Line.Rule}.");
    }

    /// <summary>Takes it out of a draft, as long as it is what the page showed.</summary>
    [HttpPost("removal")]
    public async Task<IActionResult> Remove(Guid policyId, int version, EditionState? state, CancellationToken ct)
    {
        var place = await queries.OneAsync(policyId, this.Viewer(), ct);
        return Back(place, await policies.RemoveAsync(policyId, version, this.Viewer(), ct, state), $"Removed: {place.Line.Rule}.");
    }

    private RedirectResult Back(PolicyPlace place, Outcome outcome, string done)
    {
        if (outcome.IsDone)
        {
            this.Say(done);
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return Redirect(place.Edition is null || place.State == EditionState.InForce ? "/usage/policies" : $"/usage/policies/versions/{place.Edition.Id}");
    }
}
