using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Web.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>Signing in.</summary>
[AllowAnonymous]
[Route("/account/login")]
public sealed class LoginController(SignInService signIn, DemoPeople demo) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string? returnUrl, CancellationToken ct) =>
        HttpContext.LiveSession() is not null ? LocalRedirect(Back(returnUrl)) : await PageAsync(new LoginForm { ReturnUrl = returnUrl }, ct);

    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignIn(LoginForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(form, ct);
        }

        var answer = await signIn.SignInAsync(form.Email!, form.Password!, HttpContext.Network(), Request.Headers.UserAgent, ct);
        if (answer.SessionId is { } session)
        {
            if (HttpContext.LiveSession() is { } former)
            {
                await signIn.SignOutAsync(former.Id, ct);
            }

            await SessionCookie.StartAsync(HttpContext, session);
            return LocalRedirect(Back(form.ReturnUrl));
        }

        if (answer.Wait > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(answer.Wait.TotalSeconds);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            ModelState.AddModelError("", seconds < 90 ? $"Too many failed tries. Wait {seconds} seconds, then try again." : $"Too many failed tries. Wait {seconds / 60 + 1} minutes, then try again.");
        }
        else
        {
            ModelState.AddModelError("", "E-mail and password do not match an account that may sign in.");
        }

        return await PageAsync(form, ct);
    }

    private async Task<IActionResult> PageAsync(LoginForm form, CancellationToken ct)
    {
        form.Password = null;
        ModelState.SetModelValue(nameof(form.Password), "", "");
        ViewData["DemoPeople"] = await demo.ListAsync(ct);
        return View("Login", form);
    }

    private string Back(string? returnUrl) => Url.LocalOr(returnUrl, "/");
}
