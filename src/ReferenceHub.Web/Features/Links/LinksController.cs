using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links;

/// <summary>Everything that a signed link opens. Opening it changes nothing, since scanners open links too; each purpose has its own form.</summary>
[AllowAnonymous]
[Route("/l/{token}")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class LinksController(PasswordLinks passwords, OrganisationCache organisations) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Open(string token, CancellationToken ct) =>
        await passwords.FindAsync(token, ct) is { } choice ? await PasswordPageAsync(choice, new PasswordForm(), ct) : Gone();

    [HttpPost("password")]
    public async Task<IActionResult> ChoosePassword(string token, PasswordForm form, CancellationToken ct)
    {
        if (await passwords.FindAsync(token, ct) is not { } choice)
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return await PasswordPageAsync(choice, form, ct);
        }

        var outcome = await passwords.ChooseAsync(token, form.Password!, ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return await PasswordPageAsync(choice, form, ct);
        }

        this.Say("Your password is set. Sign in with it.");
        return LocalRedirect("/account/login");
    }

    private async Task<IActionResult> PasswordPageAsync(PasswordChoice choice, PasswordForm form, CancellationToken ct)
    {
        ViewData["Organisation"] = (await organisations.GetAsync(ct)).Name;
        ViewData["Title"] = choice.Purpose == LinkPurpose.Invitation ? "Welcome to ReferenceHub" : "Choose a new password";
        ViewData["Choice"] = choice;
        return View("Password", form);
    }

    private IActionResult Gone() => this.Refusal(ErrorPage.For(
        StatusCodes.Status404NotFound,
        "This link no longer works: it was used, has run out or was replaced by a newer one. Ask whoever sent it for a new link.",
        null));
}
