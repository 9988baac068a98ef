using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core;

/// <summary>What Core offers, room by room.</summary>
public static class CoreServices
{
    /// <summary>Registers every service of Core; the host adds the context and a clock.</summary>
    public static IServiceCollection AddReferenceHubCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IIds, TimeOrderedIds>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<ChangeHub>();
        services.AddSingleton<ContextServices>();

        services.AddScoped<HistoryLog>();
        return services;
    }
}
