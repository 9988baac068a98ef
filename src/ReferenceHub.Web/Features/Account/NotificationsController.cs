using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>What is mailed to a person, and when: their own choice.</summary>
[Route("/account/notifications")]
public sealed class NotificationsController(NoticeSettings settings) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) => View("Notifications", NotificationsForm.Of(await settings.ReadAsync(this.Viewer(), ct)));

    [HttpPost]
    public async Task<IActionResult> Save(NotificationsForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return View("Notifications", form);
        }

        await settings.SaveAsync(form.ToWishes(), this.Viewer(), ct);
        this.Say("Saved.");
        return RedirectToAction(nameof(Show));
    }
}
