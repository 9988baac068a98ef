using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Users;

/// <summary>What is done to an account as a whole: each deed is a resource of its own.</summary>
[Route("/admin/users/{id:guid}")]
[RequiresRight(Right.ManagePeople)]
public sealed class UserDeedsController(PeopleAdministration people, Handover handover) : Controller
{
    [HttpPost("deactivation")]
    public async Task<IActionResult> Deactivate(Guid id, CancellationToken ct) =>
        Back(id, await people.DeactivateAsync(id, this.Viewer(), ct), "Deactivated; every session of this person has ended.");

    [HttpPost("reactivation")]
    public async Task<IActionResult> Reactivate(Guid id, CancellationToken ct) =>
        Back(id, await people.ReactivateAsync(id, this.Viewer(), ct), "Reactivated; the person can sign in again.");

    [HttpPost("password-link")]
    public async Task<IActionResult> SendPasswordLink(Guid id, CancellationToken ct) =>
        Back(id, await people.SendPasswordLinkAsync(id, this.Viewer(), ct), "The mail with the link is on its way.");

    [HttpPost("handover")]
    public async Task<IActionResult> HandOver(Guid id, Guid toId, CancellationToken ct)
    {
        var outcome = await handover.GiveAsync(id, toId, this.Viewer(), ct);
        return Back(id, outcome, outcome.Value is { } left
            ? $"Handed over: {Words.Count(left.Customers, "customer")}, {Words.Count(left.Asked + left.Assigned, "request")}, {Words.Count(left.FollowUps, "follow-up")}, {Words.Count(left.Content, "piece")} of content, {Words.Count(left.Shares, "open share")}."
            : "");
    }

    private RedirectToActionResult Back(Guid id, Outcome outcome, string done)
    {
        if (outcome.IsDone)
        {
            this.Say(done);
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return RedirectToAction("Show", "Users", new { id });
    }
}
