using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Preferences;

/// <summary>How pages look and answer on this device: kept in cookies, needed before anybody signs in.</summary>
[AllowAnonymous]
[Route("/preferences")]
public sealed class PreferencesController(TimeProvider clock) : Controller
{
    /// <summary>Theme: auto, light or dark.</summary>
    [HttpPost("theme")]
    [ValidateAntiForgeryToken]
    public IActionResult Theme(string? value, string? back) => Keep("theme", value, ["auto", "light", "dark"], back);

    /// <summary>Single-key shortcuts: on or off.</summary>
    [HttpPost("keys")]
    [ValidateAntiForgeryToken]
    public IActionResult Keys(string? value, string? back) => Keep("keys", value, ["on", "off"], back);

    private IActionResult Keep(string name, string? value, string[] allowed, string? back)
    {
        if (!allowed.Contains(value, StringComparer.Ordinal))
        {
            return BadRequest();
        }

        Response.Cookies.Append(name, value!, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            IsEssential = true,
            Expires = clock.GetUtcNow().AddYears(1),
        });
        return LocalRedirect(Url.LocalOr(back, "/"));
    }
}
