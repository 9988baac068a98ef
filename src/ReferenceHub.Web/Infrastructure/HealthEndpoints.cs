using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>For machines: <c>/health/live</c> says the process runs, <c>/health/ready</c> that it can serve. Words only, no detail.</summary>
public static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(5));
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
