using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Addresses that differ from the present one in a parameter: sort, page, chips.</summary>
public static class PageAddress
{
    /// <summary>This page with one parameter set, or taken out when the value is null; the page number starts over.</summary>
    public static string With(this HttpRequest request, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rest = request.Query
            .Where(pair => pair.Key != name && (pair.Key != "page" || name == "page"))
            .SelectMany(pair => pair.Value, (pair, each) => KeyValuePair.Create(pair.Key, each ?? ""));
        var all = new QueryBuilder(value is null ? rest : rest.Append(KeyValuePair.Create(name, value)));
        return request.PathBase + request.Path + all.ToQueryString();
    }

    /// <summary>This page with one value of a repeated parameter taken out.</summary>
    public static string Without(this HttpRequest request, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rest = request.Query
            .Where(pair => pair.Key != "page")
            .SelectMany(pair => pair.Value, (pair, each) => KeyValuePair.Create(pair.Key, each ?? ""))
            .Where(pair => pair.Key != name || pair.Value != value);
        return request.PathBase + request.Path + new QueryBuilder(rest).ToQueryString();
    }

    /// <summary>This page with one more value of a repeated parameter; another parameter is taken out.</summary>
    public static string WithAlso(this HttpRequest request, string name, string value, string without)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rest = request.Query
            .Where(pair => pair.Key != without)
            .SelectMany(pair => pair.Value, (pair, each) => KeyValuePair.Create(pair.Key, each ?? ""));
        return request.PathBase + request.Path + new QueryBuilder(rest.Append(KeyValuePair.Create(name, value))).ToQueryString();
    }

    /// <summary>An address of this site to go back to, fit for a header; the other one when it is none.</summary>
    public static string LocalOr(this IUrlHelper url, string? address, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsLocalUrl(address)
            ? string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())))
            : otherwise;
    }

    /// <summary>Whether htmx asks and a fragment is the answer; going back in history takes the whole page.</summary>
    public static bool IsHtmx(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.ContainsKey("HX-Request") && !request.Headers.ContainsKey("HX-History-Restore-Request");
    }
}
