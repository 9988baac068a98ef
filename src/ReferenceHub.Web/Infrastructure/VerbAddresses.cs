using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>
/// A page that was refused stands at the address of its verb, which only takes what is sent. Whoever looks at that address (by a reload, a bookmark, the
/// way back from signing in) is led to the page it stands below: `/requests/12/assignment` to `/requests/12`.
/// </summary>
public sealed class VerbAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<List<RoutePattern>> pages = new(() => With(HttpMethods.Get, endpoints));
    private readonly Lazy<List<RoutePattern>> verbs = new(() => With(HttpMethods.Post, endpoints));

    /// <summary>The nearest page above the address of a verb; null of any other address.</summary>
    public string? PageAbove(string address)
    {
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!verbs.Value.Exists(verb => Matches(verb, parts)))
        {
            return null;
        }

        for (var length = parts.Length - 1; length > 0; length--)
        {
            var above = parts[..length];
            if (pages.Value.Exists(page => Matches(page, above)))
            {
                return "/" + string.Join('/', above);
            }
        }

        return "/";
    }

    private static List<RoutePattern> With(string method, EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true).Select(endpoint => endpoint.RoutePattern)];

    private static bool Matches(RoutePattern page, string[] parts) =>
        page.PathSegments.Count == parts.Length && page.PathSegments.Zip(parts).All(pair => Matches(pair.First, pair.Second));

    private static bool Matches(RoutePatternPathSegment segment, string part) => segment.Parts switch
    {
        [RoutePatternLiteralPart literal] => string.Equals(literal.Content, part, StringComparison.OrdinalIgnoreCase),
        [RoutePatternParameterPart { IsCatchAll: false } parameter] => parameter.ParameterPolicies.All(policy => policy.Content switch
        {
            "guid" => Guid.TryParse(part, out _),
            "int" => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            _ => false,
        }),
        _ => false,
    };
}
