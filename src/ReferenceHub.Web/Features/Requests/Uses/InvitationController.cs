using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The prospect's invitation, and the calendar entry as a file.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}")]
public sealed class InvitationController(RequestPages pages, UseInvitations invitations, UseCalendars calendars) : VerbController(pages)
{
    [HttpPost("invitation")]
    [EnableRateLimiting(RateLimits.Sending)]
    public Task<IActionResult> Create(int number, Guid candidateId, ProspectInvitationForm form, CancellationToken ct) => DoAsync(
        number, () => invitations.InviteAsync(number, candidateId, form.Email!.Trim(), form.Contact, this.Viewer(), ct), "The invitation is on its way.", $"invite-{candidateId}", null, ct);

    [HttpGet("calendar.ics")]
    public async Task<IActionResult> Download(int number, Guid candidateId, CancellationToken ct) =>
        File(Encoding.UTF8.GetBytes(await calendars.OfAsync(number, candidateId, this.Viewer(), ct)), "text/calendar; charset=utf-8", $"request-{number}.ics");
}
