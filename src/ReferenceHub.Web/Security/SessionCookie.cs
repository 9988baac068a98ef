using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Security;

/// <summary>The sign-in cookie: an encrypted session key; everything else is looked up on each request.</summary>
public static class SessionCookie
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string SessionClaim = "sid";

    public static IServiceCollection AddSessionCookie(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(options =>
        {
            options.Cookie.Name = "ReferenceHub";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; // UseHostCookies makes it Secure
            options.ExpireTimeSpan = Session.Absolute;
            options.SlidingExpiration = false;
            options.LoginPath = "/account/login";
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = ValidateAsync,
                OnRedirectToLogin = ToLogin,
                OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                },
            };
        });
        return services;
    }

    /// <summary>Puts a new session into the cookie.</summary>
    public static Task StartAsync(HttpContext context, Guid sessionId) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString("N"))], Scheme)));

    /// <summary>Takes the cookie back.</summary>
    public static Task ForgetAsync(HttpContext context) => context.SignOutAsync(Scheme);

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var cache = http.RequestServices.GetRequiredService<SessionCache>();
        var session = Guid.TryParseExact(context.Principal?.FindFirstValue(SessionClaim), "N", out var id) ? await cache.FindAsync(id, http.RequestAborted) : null;
        if (session is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        http.Features.Set(session);
        var zone = session.ZoneId ?? (await http.RequestServices.GetRequiredService<OrganisationCache>().GetAsync(http.RequestAborted)).ZoneId;
        http.RequestServices.GetRequiredService<PersonTime>().UseZone(zone);
        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.Viewer.UserId.ToString("N", CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, session.Viewer.Name),
            ],
            Scheme)));
    }

    private static Task ToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = options(request.Headers["HX-Current-URL"].ToString() is { Length: > 0 } page && Uri.TryCreate(page, UriKind.Absolute, out var address) ? address.PathAndQuery : "/");
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        context.Response.Redirect(options(back));
        return Task.CompletedTask;

        static string options(string back) => "/account/login" + new QueryBuilder { { "returnUrl", back } }.ToQueryString();
    }
}
