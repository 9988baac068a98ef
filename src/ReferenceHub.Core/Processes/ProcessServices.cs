using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Processes;

/// <summary>What this room offers.</summary>
public static class ProcessServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services)
    {
        services.AddScoped<ProcessSeed>();
        services.AddScoped<ProcessQueries>();
        services.AddScoped<ProcessService>();
        services.AddScoped<ProcessDrafts>();
        services.AddScoped<ReplyTimes>();
        services.AddScoped<ProcessShares>();
        return services;
    }
}
