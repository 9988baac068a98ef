using Microsoft.AspNetCore.HttpOverrides;

namespace ReferenceHub.Web.Security;

/// <summary>Forwarded headers are believed from the networks of <c>Proxy:Networks</c> (comma-separated CIDR) alone; by default from nobody.</summary>
public static class ProxySettings
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        options.ForwardLimit = 1;
        var networks = (configuration["Proxy:Networks"] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (networks.Length == 0)
        {
            options.ForwardedHeaders = ForwardedHeaders.None;
            return;
        }

        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network.Contains('/', StringComparison.Ordinal) ? network : network + (network.Contains(':', StringComparison.Ordinal) ? "/128" : "/32")));
        }
    });
}
