using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>What is mailed to a person, and when: their own choice.</summary>
[Route("/account/notifications")]
public sealed class NotificationsController(NoticeSettings settings, OwnerQueries owners) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) => await PageAsync(NotificationsForm.Of(await settings.ReadAsync(this.Viewer(), ct)), ct);

    [HttpPost]
    public async Task<IActionResult> Save(NotificationsForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return await PageAsync(form, ct);
        }

        await settings.SaveAsync(form.ToWishes(), this.Viewer(), ct);
        this.Say("Saved.");
        return RedirectToAction(nameof(Show));
    }

    private async Task<IActionResult> PageAsync(NotificationsForm form, CancellationToken ct)
    {
        ViewData["Kinds"] = NoticeSettings.KindsFor(this.Viewer().Roles, await owners.OwnsAnyAsync(this.Viewer(), ct));
        return View("Notifications", form);
    }
}
