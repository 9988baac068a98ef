using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Routes;

/// <summary>One row: an endpoint and what each visitor gets.</summary>
public sealed record RouteRow(string Verb, string Pattern, IReadOnlyList<string> Answers)
{
    public string Name => $"{Verb} {Pattern}";

    public static RouteRow Parse(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new RouteRow(cells[0], cells[1], cells[2..]);
    }
}

/// <summary>The endpoints that the product really has.</summary>
public static class RealRoutes
{
    /// <summary>"POST /requests/{number:int}/assignment", without static files.</summary>
    public static IReadOnlyList<string> Of(WebApp app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null || !IsStatic(endpoint))
            .SelectMany(endpoint => Verbs(endpoint).Select(verb => $"{verb} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Verbs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["ANY"];

    private static bool IsStatic(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText == "{**path:file}" ||
        endpoint.Metadata.Any(metadata => metadata.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));
}
