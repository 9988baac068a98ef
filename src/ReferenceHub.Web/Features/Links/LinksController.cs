using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links;

/// <summary>Everything that a signed link opens. Opening it changes nothing, since scanners open links too; each purpose has its own form.</summary>
[AllowAnonymous]
[Route("/l/{token}")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class LinksController(PasswordLinks passwords, SharePages shares, ProcessShares processes, SignedLinks links, LinkPages pages, OrganisationCache organisations) : Controller
{
    [HttpGet]
    [HttpHead]
    public async Task<IActionResult> Open(string token, CancellationToken ct) =>
        await passwords.FindAsync(token, ct) is { } choice ? await PasswordPageAsync(choice, new PasswordForm(), ct)
        : await shares.FindAsync(token, ct) is { } share ? await SharePageAsync(token, share, ct)
        : await processes.FindAsync(token, ct) is { } process ? await ProcessPageAsync(process, ct)
        : LinkRooms.Find((await links.FindAsync(token, ct))?.Purpose) is { } room ? Redirect($"/l/{token}/{room}{Request.QueryString}")
        : await pages.EndedAsync(this, token, "unknown", ct);

    /// <summary>A room that no link has: nobody is sent to sign in, with the link in the address.</summary>
    [HttpGet("{**room}", Order = int.MaxValue)]
    public async Task<IActionResult> Nowhere(string token, CancellationToken ct) => await pages.EndedAsync(this, token, "unknown", ct);

    [HttpPost("password")]
    public async Task<IActionResult> ChoosePassword(string token, PasswordForm form, CancellationToken ct)
    {
        if (await passwords.FindAsync(token, ct) is not { } choice)
        {
            return this.GoneLink((await organisations.GetAsync(ct)).Name);
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

    private async Task<IActionResult> ProcessPageAsync(SharedProcess process, CancellationToken ct)
    {
        ViewData["Organisation"] = (await organisations.GetAsync(ct)).Name;
        return View("SharedProcess", process);
    }

    // A share of one piece is that piece; of several, a list of them.
    private async Task<IActionResult> SharePageAsync(string token, OpenShare share, CancellationToken ct)
    {
        ViewData["Organisation"] = (await organisations.GetAsync(ct)).Name;
        if (!shares.IsOpen(share, HttpContext))
        {
            ViewData["Title"] = "A password, please";
            return View("SharePassword", new SharePasswordForm());
        }

        await shares.CountAsync(share, share.Assets.Count == 1 ? share.Assets[0].Id : null, ContentViewKind.Opened, token, HttpContext, ct);
        ViewData["Title"] = $"For {share.Recipient}";
        return View("Share", new SharedPageModel(token, share));
    }
}
