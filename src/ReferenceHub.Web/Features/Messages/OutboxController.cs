using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Messages;

/// <summary>What the product mails: waiting, given up, sent.</summary>
[Route("/admin/messages")]
[RequiresRight(Right.ManageSettings)]
public sealed class OutboxController(MessageAdministration messages, MailSettings mail) : Controller
{
    [HttpGet("outbox")]
    public async Task<IActionResult> Index(OutboxState state, int page, CancellationToken ct)
    {
        ViewData["State"] = state;
        ViewData["MailIsSetUp"] = !string.IsNullOrWhiteSpace(mail.Host) || !string.IsNullOrWhiteSpace(mail.Folder);
        return View(await messages.PageAsync(state, page, this.Viewer(), ct));
    }

    [HttpPost("{id:guid}/retry")]
    public async Task<IActionResult> Retry(Guid id, CancellationToken ct)
    {
        var outcome = await messages.RetryAsync(id, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say("It is tried again within seconds.");
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return RedirectToAction(nameof(Index));
    }
}
