using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>Making the first administrator of an empty installation; gone as soon as there is one.</summary>
[AllowAnonymous]
[Route("/account/setup")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class SetupController(SetupGate gate, FirstAdministrator first) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) => await gate.IsOpenAsync(ct) ? View("Setup", new SetupForm()) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(SetupForm form, CancellationToken ct)
    {
        if (!await gate.IsOpenAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return View("Setup", form);
        }

        var outcome = await first.CreateAsync(form.Token!, form.Name!, form.Email!, form.Password!, form.Organisation!, form.ZoneId, ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("Setup", form);
        }

        this.Say("You are the first administrator. Sign in to go on.");
        return LocalRedirect("/account/login");
    }
}
