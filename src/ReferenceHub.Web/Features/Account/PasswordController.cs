using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>Changing one's own password; other sessions end.</summary>
[Route("/account/password")]
public sealed class PasswordController(Passwords passwords, SignInThrottle throttle) : Controller
{
    [HttpGet]
    public IActionResult Show() => View("Password", new ChangePasswordForm());

    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Change(ChangePasswordForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View("Password", form);
        }

        var session = this.LiveSession();
        var network = HttpContext.Network();
        var wait = await throttle.EnterAsync(session.Email, network, ct);
        if (wait > TimeSpan.Zero)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            ModelState.AddModelError("", "Too many failed tries. Wait a moment, then try again.");
            return View("Password", form);
        }

        var outcome = await passwords.ChangeAsync(session, form.Present!, form.Password!, ct);
        if (outcome.IsDone || outcome.Field != nameof(form.Present))
        {
            await throttle.ForgiveAsync(session.Email, network, ct);
        }

        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View("Password", form);
        }

        this.Say("Your password is changed; you are signed out everywhere else.");
        return LocalRedirect("/account/profile");
    }
}
