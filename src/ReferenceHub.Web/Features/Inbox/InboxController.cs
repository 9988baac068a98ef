using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Inbox;

/// <summary>A person's own notices.</summary>
[Route("/account/inbox")]
public sealed class InboxController(Core.Messaging.Inbox inbox, TimeProvider clock) : Controller
{
    /// <summary>All of them, or those that are unread.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(bool unread, int page, CancellationToken ct)
    {
        ViewData["UnreadOnly"] = unread;
        ViewData["ShownAt"] = clock.UtcNow().Ticks;
        return View(await inbox.PageAsync(unread, page, this.Viewer(), ct));
    }

    /// <summary>Reads one: marks it, and goes where it leads.</summary>
    [HttpPost("{id:guid}/reading")]
    public async Task<IActionResult> Read(Guid id, bool stay, CancellationToken ct)
    {
        var path = await inbox.MarkAsync(id, read: true, this.Viewer(), ct);
        return stay || !Url.IsLocalUrl(path) ? RedirectToAction(nameof(Index)) : LocalRedirect(path);
    }

    /// <summary>Marks one unread again.</summary>
    [HttpPost("{id:guid}/unreading")]
    public async Task<IActionResult> Unread(Guid id, CancellationToken ct)
    {
        await inbox.MarkAsync(id, read: false, this.Viewer(), ct);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Marks all read that the page had when it was shown.</summary>
    [HttpPost("reading")]
    public async Task<IActionResult> ReadAll(long shownAt, CancellationToken ct)
    {
        var until = new DateTime(Math.Clamp(shownAt, 0, clock.UtcNow().Ticks), DateTimeKind.Utc);
        var count = await inbox.ReadAllAsync(until, this.Viewer(), ct);
        this.Say(count == 0 ? "Everything was read already." : $"{Words.Count(count, "message")} marked as read.");
        return RedirectToAction(nameof(Index));
    }
}
