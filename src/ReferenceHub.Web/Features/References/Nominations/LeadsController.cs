using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Recruiting;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Nominations;

/// <summary>Customers the product found: taken up, put off; and what makes a lead.</summary>
[Route("/references/leads")]
[RequiresRight(Right.DecideNominations)]
public sealed class LeadsController(LeadService leads) : Controller
{
    private const string Page = "/references/nominations?tab=leads";

    /// <summary>Takes one up.</summary>
    [HttpPost("{id:guid}/recruitment")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Recruit(Guid id, CancellationToken ct) =>
        Back(await leads.RecruitAsync(id, this.Viewer(), ct), "The owner has a follow-up to invite them.");

    /// <summary>Puts one off.</summary>
    [HttpPost("{id:guid}/delay")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> PutOff(Guid id, string? reason, CancellationToken ct) =>
        Back(
            reason?.Length > Nomination.WhyLength ? Outcome.Refuse($"The reason is longer than {Nomination.WhyLength} characters.") : await leads.PutOffAsync(id, reason, this.Viewer(), ct),
            $"Put off for {LeadQueries.PutOffMonths} months.");

    /// <summary>Sets the health from which customers are leads.</summary>
    [HttpPost("settings")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Settings(int health, CancellationToken ct) =>
        Back(ModelState.IsValid ? await leads.SeekFromAsync(health, this.Viewer(), ct) : Outcome.Refuse("Health is a number between 0 and 100."), "Saved.");

    private RedirectResult Back(Outcome outcome, string said)
    {
        if (outcome.IsDone)
        {
            this.Say(said);
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return Redirect(Page);
    }
}
