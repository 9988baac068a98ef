using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Account;

/// <summary>Signing out: the session is dead, not only the cookie.</summary>
[AllowAnonymous]
[Route("/account/logout")]
public sealed class LogoutController(SignInService signIn) : Controller
{
    [HttpPost]
    public async Task<IActionResult> SignOut(CancellationToken ct)
    {
        if (HttpContext.LiveSession() is { } session)
        {
            await signIn.SignOutAsync(session.Id, ct);
        }

        await SessionCookie.ForgetAsync(HttpContext);
        return LocalRedirect("/account/login");
    }
}
