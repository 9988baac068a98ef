using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Recruiting;

/// <summary>What the room of recruiting offers: leads for new references.</summary>
internal static class RecruitingServices
{
    internal static IServiceCollection AddRecruiting(this IServiceCollection services) => services
        .AddScoped<LeadQueries>()
        .AddScoped<LeadService>();
}
