using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Metrics;

/// <summary>What the room of metrics offers.</summary>
internal static class MetricsServices
{
    internal static IServiceCollection AddProgramMetrics(this IServiceCollection services) => services
        .AddScoped<MetricsQueries>()
        .AddScoped<MetricsRows>()
        .AddScoped<StepDwells>();
}
