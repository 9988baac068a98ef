using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links;

/// <summary>What the pages behind a share's address stand on: the share, whether this browser has said its password, and what counts as a view.</summary>
public sealed class SharePages(ShareDoor door, IDataProtectionProvider protection)
{
    private static readonly TimeSpan StaysOpen = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("ReferenceHub.Share").ToTimeLimitedDataProtector();

    /// <summary>The share of an address; null when it opens none.</summary>
    public Task<OpenShare?> FindAsync(string token, CancellationToken ct) => door.FindAsync(token, ct);

    /// <summary>Whether its content may be shown to this browser.</summary>
    public bool IsOpen(OpenShare share, HttpContext http)
    {
        if (!share.IsLocked)
        {
            return true;
        }

        try
        {
            return http.Request.Cookies[CookieOf(share)] is { } note && protector.Unprotect(note) == KeyOf(share);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Remembers in this browser, for some hours, that the password was said.</summary>
    public void Remember(OpenShare share, HttpContext http) =>
        http.Response.Cookies.Append(CookieOf(share), protector.Protect(KeyOf(share), StaysOpen), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });

    /// <summary>Counts a prospect's view. Own people, scanners, previews and mere looks at headers are none.</summary>
    public async Task CountAsync(OpenShare share, Guid? assetId, ContentViewKind kind, string token, HttpContext http, CancellationToken ct)
    {
        if (IsPerson(http))
        {
            await door.CountAsync(share, assetId, kind, ShareDoor.VisitorOf(token, http.Network(), http.Request.Headers.UserAgent), ct);
        }
    }

    private static bool IsPerson(HttpContext http)
    {
        var headers = http.Request.Headers;
        return HttpMethods.IsGet(http.Request.Method)
            && http.LiveSession() is null
            && !MachineVisit.Is(headers.UserAgent)
            && string.IsNullOrEmpty(headers["Sec-Purpose"]) && string.IsNullOrEmpty(headers["Purpose"]) && string.IsNullOrEmpty(headers["X-Purpose"]);
    }

    private static string CookieOf(OpenShare share) => $"Share.{share.Id:N}";

    // Bound to the password, so that another one asks again.
    private static string KeyOf(OpenShare share) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{share.Id:N}\n{share.PasswordHash}")));
}
