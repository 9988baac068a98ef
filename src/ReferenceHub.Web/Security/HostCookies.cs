using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;

namespace ReferenceHub.Web.Security;

/// <summary>
/// On https every cookie travels under the <c>__Host-</c> prefix, so that no other host can set it; on plain loopback HTTP,
/// where browsers refuse the prefix, it keeps its own name. The rest of the product knows the own names only.
/// </summary>
public static class HostCookies
{
    private const string Prefix = "__Host-";

    public static CookiePolicyOptions Policy { get; } = new()
    {
        Secure = CookieSecurePolicy.Always,
        HttpOnly = HttpOnlyPolicy.Always,
        MinimumSameSitePolicy = SameSiteMode.Lax,
        OnAppendCookie = append =>
        {
            append.CookieName = NameOn(append.Context.Request, append.CookieName);
            append.CookieOptions.Path = "/";
            append.CookieOptions.Domain = null;
        },
        OnDeleteCookie = delete =>
        {
            delete.CookieName = NameOn(delete.Context.Request, delete.CookieName);
            delete.CookieOptions.Path = "/";
            delete.CookieOptions.Domain = null;
        },
    };

    /// <summary>On https, hands on prefixed cookies under their own names and drops all others.</summary>
    public static IApplicationBuilder UseHostCookies(this IApplicationBuilder app) => app.UseCookiePolicy(Policy).Use((context, next) =>
    {
        if (context.Request.IsHttps)
        {
            context.Features.Set<IRequestCookiesFeature>(new OwnNames(context.Request.Cookies));
        }

        return next(context);
    });

    private static string NameOn(HttpRequest request, string name) => request.IsHttps ? Prefix + name : name;

    private sealed class OwnNames(IRequestCookieCollection sent) : IRequestCookiesFeature
    {
        public IRequestCookieCollection Cookies { get; set; } = new Prefixed(sent);
    }

    private sealed class Prefixed(IRequestCookieCollection sent) : IRequestCookieCollection
    {
        private readonly Dictionary<string, string> cookies = sent
            .Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(cookie => cookie.Key[Prefix.Length..], cookie => cookie.Value, StringComparer.Ordinal);

        public string? this[string key] => cookies.GetValueOrDefault(key);

        public int Count => cookies.Count;

        public ICollection<string> Keys => cookies.Keys;

        public bool ContainsKey(string key) => cookies.ContainsKey(key);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => cookies.GetEnumerator();

        public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => cookies.TryGetValue(key, out value);

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => cookies.GetEnumerator();
    }
}
