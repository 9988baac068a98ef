using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Demand;

/// <summary>"Tell me when one is free": a search waited on, and called off.</summary>
[Route("/references/alerts")]
[RequiresRight(Right.AskForReference)]
public sealed class AlertsController(FreeAlerts alerts) : Controller
{
    /// <summary>Waits.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Create(DemandForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var outcome = await alerts.WaitAsync(form.Type, form.Criteria, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say("You get a mail when one is free. What you wait for is under Saved views.");
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return LocalRedirect(form.SearchAddress);
    }

    /// <summary>Waits no longer.</summary>
    [HttpPost("{id:guid}/removal")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(Guid id, string? back, CancellationToken ct)
    {
        await alerts.CallOffAsync(id, this.Viewer(), ct);
        this.Say("Called off.");
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : "/views");
    }
}
