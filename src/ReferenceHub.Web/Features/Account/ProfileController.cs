using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>A person's own page.</summary>
[Route("/account/profile")]
public sealed class ProfileController(Profiles profiles) : Controller
{
    [HttpGet]
    public IActionResult Show()
    {
        var session = this.LiveSession();
        return View("Profile", new ProfileForm { Name = session.Viewer.Name, ZoneId = session.ZoneId });
    }

    [HttpPost]
    public async Task<IActionResult> Save(ProfileForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View("Profile", form);
        }

        await profiles.EditAsync(this.Viewer(), form.Name!, string.IsNullOrEmpty(form.ZoneId) ? null : form.ZoneId, ct);
        this.Say("Saved.");
        return RedirectToAction(nameof(Show));
    }
}
