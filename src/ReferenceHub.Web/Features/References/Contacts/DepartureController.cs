using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Contacts;

/// <summary>A contact leaves the company, or comes back.</summary>
[Route("/references/{id:guid}/contacts/{contactId:guid}")]
public sealed class DepartureController(ContactDeparture departures) : Controller
{
    /// <summary>What it means.</summary>
    [HttpGet("departure")]
    public async Task<IActionResult> Edit(Guid id, Guid contactId, CancellationToken ct) => View(await departures.ReadAsync(id, contactId, this.Viewer(), ct));

    /// <summary>The person has left.</summary>
    [HttpPost("departure")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Leave(Guid id, Guid contactId, CancellationToken ct)
    {
        var outcome = await departures.LeaveAsync(id, contactId, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            this.Warn(outcome.Refusal!);
        }
        else
        {
            this.Say(outcome.Value == 0 ? "Noted. Nobody asks this person any more." : $"Noted. {Words.Count(outcome.Value, "open use")} flagged to who runs the request.");
        }

        return Redirect($"/references/{id}?tab=contacts");
    }

    /// <summary>The person works there after all.</summary>
    [HttpPost("return")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Return(Guid id, Guid contactId, CancellationToken ct)
    {
        var outcome = await departures.ReturnAsync(id, contactId, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            this.Warn(outcome.Refusal!);
        }
        else
        {
            this.Say("Noted. This person may be asked again for what they agreed to.");
        }

        return Redirect($"/references/{id}?tab=contacts");
    }
}
