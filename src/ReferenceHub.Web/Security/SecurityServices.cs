using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Web.Security;

/// <summary>Sign-in, rights, cookies, headers and limits: what holds for every page.</summary>
public static class SecurityServices
{
    /// <summary>Largest body unless an action says otherwise, in bytes.</summary>
    public const int BodyLimit = 1_000_000;

    /// <summary>Largest upload, in bytes; for <c>[RequestSizeLimit]</c>.</summary>
    public const int UploadLimit = 25_000_000;

    public static IServiceCollection AddProductSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddSessionCookie();
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<SetupGate>();
        services.AddScoped<Features.Account.DemoPeople>();
        services.AddScoped<Components.INavCounter, Components.TodayCounter>();
        services.AddScoped<Components.INavCounter, Components.NominationCounter>();
        services.AddScoped<Components.INavCounter, Components.InboxCounter>();
        services.AddRateLimits(configuration);
        services.AddTrustedProxies(configuration);
        services.AddDataProtection().SetApplicationName("ReferenceHub");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeyStore>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ReferenceHub.Form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; // UseHostCookies makes it Secure, also where forms must work on plain loopback HTTP
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyLimit;
        });
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = UploadLimit);
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<FormTextFilter>();
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "ReferenceHub.Note";
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.IsEssential = true;
        });
        return services;
    }

    /// <summary>What comes before everything else: cookies, the true client, headers, https.</summary>
    public static void UseOuterSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHostCookies();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }
    }

    /// <summary>What decides who may go where, after routing.</summary>
    public static void UseInnerSecurity(this WebApplication app)
    {
        app.UseMiddleware<BodyGate>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<SetupRedirect>();
        app.UseAuthorization();
    }
}
